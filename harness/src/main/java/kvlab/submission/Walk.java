package kvlab.submission;

/** One look through a value, part by part, with an end even where the value has none. */
final class Walk {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_PARTS = 1_000_000;

    private int depth;
    private int parts;

    /** The first part of a part that can change; {@code null} if there is none. A part that is absent cannot change. */
    Fault into(Object part) {
        if (part == null) {
            return null;
        }
        if (depth == MAX_DEPTH) {
            return new Fault("", "is nested more than " + MAX_DEPTH + " deep: make the command flatter");
        }
        if (parts == MAX_PARTS) {
            return new Fault("", "goes beyond " + MAX_PARTS + " parts in one command: make the command smaller");
        }
        depth++;
        parts++;
        Fault fault = Shapes.of(part.getClass()).faultIn(part, this);
        depth--;
        return fault;
    }
}
