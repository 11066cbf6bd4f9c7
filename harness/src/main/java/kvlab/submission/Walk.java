package kvlab.submission;

/** One look through a value, part by part, with an end even where the value has none. */
final class Walk {

    private static final int DEEPEST = 100;
    private static final int MOST_PARTS = 1_000_000;

    private int depth;
    private int parts;

    /** The first part of a part that can change; {@code null} if there is none. A part that is absent cannot change. */
    Fault into(Object part) {
        if (part == null) {
            return null;
        }
        if (depth == DEEPEST) {
            return new Fault("", "is nested more than " + DEEPEST + " deep: make the command flatter");
        }
        if (parts == MOST_PARTS) {
            return new Fault("", "goes beyond " + MOST_PARTS + " parts in one command: make the command smaller");
        }
        depth++;
        parts++;
        Fault fault = Shapes.of(part.getClass()).faultIn(part, this);
        depth--;
        return fault;
    }
}
