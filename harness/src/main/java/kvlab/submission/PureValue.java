package kvlab.submission;

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
        if (value == null) {
            throw new IllegalArgumentException("The command is null. Give a record that says what to do.");
        }
        Shape shape = Shapes.of(value.getClass());
        if (shape == Shape.CONSTANT) {
            return;
        }
        Fault fault = shape.faultIn(value, new Walk());
        if (fault != null) {
            throw new IllegalArgumentException(fault.message(value.getClass()));
        }
    }
}
