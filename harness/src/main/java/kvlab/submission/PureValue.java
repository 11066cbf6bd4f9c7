package kvlab.submission;

import kvlab.diagnostic.Diagnostic;

/**
 * The rule for what goes into a log or over a link, as {@link kvlab.api.Command} states it: nothing in it can ever
 * change. A record of strings, numbers, booleans, enums, unmodifiable lists of such, {@link java.util.Optional}s of
 * such, and such records; any reference in it may be {@code null}.
 *
 * <p>Not one method of the value is called, since those are the student's.
 */
public final class PureValue {

    private PureValue() {}

    /**
     * Lets a pure value pass.
     *
     * @throws IllegalArgumentException if anything in the value can change; the message names the component, its class
     *     and what to do, like {@code Op.values is a java.util.ArrayList, which can change after it is in the log: make
     *     it List.copyOf(values).}
     */
    public static void require(Object value) {
        require(value, "The command", "in the log");
    }

    /** The same for what an own Raft sends to a peer. */
    public static void requireToSend(Object message) {
        require(message, "The message", "sent");
    }

    /** The same for what an own Raft keeps on disk. */
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
