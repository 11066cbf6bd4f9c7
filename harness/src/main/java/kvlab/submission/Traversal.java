package kvlab.submission;

import kvlab.diagnostic.Diagnostic;

/** One traversal of a value's parts, which terminates also for cyclic values. */
final class Traversal {

    private static final int MAX_DEPTH = 100;
    private static final int MAX_PARTS = 1_000_000;

    private int depth;
    private int parts;

    /** The first mutable part within a part; {@code null} if there is none. A {@code null} part is immutable. */
    MutablePart into(Object part) {
        if (part == null) {
            return null;
        }
        if (depth == MAX_DEPTH) {
            return new MutablePart("", Diagnostic.of("value.too-deep").with("max", MAX_DEPTH));
        }
        if (parts == MAX_PARTS) {
            return new MutablePart("", Diagnostic.of("value.too-large").with("max", MAX_PARTS));
        }
        depth++;
        parts++;
        MutablePart mutable = MutabilityReader.of(part.getClass()).mutablePartIn(part, this);
        depth--;
        return mutable;
    }
}
