package kvlab.submission;

import kvlab.diagnostic.Diagnostic;

/**
 * The rule for values in a log or on a link, as {@link kvlab.api.Command} states it: they are deeply immutable. A
 * record of strings, numbers, booleans, enums, unmodifiable lists of such, {@link java.util.Optional}s of such, and
 * such records; any reference in it may be {@code null}.
 *
 * <p>Calls no method of the value, since those are the student's code.
 */
public final class PureValue {

    private PureValue() {}

    /**
     * Requires a pure value.
     *
     * @throws IllegalArgumentException if anything in the value can change; the message names the component, its class
     *     and what to do, like {@code Op.values is a java.util.ArrayList, which can change after it is in the log: make
     *     it List.copyOf(values).}
     */
    public static void require(Object value) {
        require(value, "The command", "in the log");
    }

    /** The same for a message of a student's Raft. */
    public static void requireToSend(Object message) {
        require(message, "The message", "sent");
    }

    /** The same for the saved state of a student's Raft. */
    public static void requireToSave(Object state) {
        require(state, "The state", "saved");
    }

    private static void require(Object value, String what, String where) {
        if (value == null) {
            throw new IllegalArgumentException(
                    Diagnostic.of("value.null").with("part", what).message());
        }
        Mutability mutability = MutabilityReader.of(value.getClass());
        if (mutability == Mutability.NONE) {
            return;
        }
        MutablePart mutable = mutability.mutablePartIn(value, new Traversal());
        if (mutable != null) {
            throw new IllegalArgumentException(
                    mutable.in(value.getClass(), what, where).message());
        }
    }
}
