package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one machine makes of its classes, another reads as its own. */
class MachineTest {

    private static final String TYPES = """
            enum Way { UP, DOWN { @Override public String toString() { return "down"; } } }
            sealed interface Step permits Walk, Wait {}
            record Walk(Way way, int n, long[] none) implements Step, Command {}
            record Wait(double seconds, char c, boolean b, Object any) implements Step {}
            record Path(List<Step> steps, Optional<Step> next, List<String> names) implements Command {}
            record Tree(Tree left, Tree right, String key) implements Command {}
            record Fussy(int n) { Fussy { if (n > 0) { throw new IllegalStateException(); } } }
            record Counting(int n, String s) { Counting { n++; } }
            """;

    /** Expressions, the values of which belong to one machine. */
    private static final String VALUES = """
            Way.DOWN
            new Walk(Way.UP, 3, null)
            new Wait(Double.NaN, 'c', true, Way.DOWN)
            new Path(List.of(new Walk(Way.DOWN, 1, null), new Wait(0, 'a', false, 7L)), Optional.empty(), List.of("a"))
            new Path(java.util.stream.Stream.of(new Walk(null, 1, null), (Step) null).toList(), Optional.of(new Wait(1, 'b', true, null)), null)
            new Path(Collections.singletonList(new Walk(Way.UP, 1, null)), Optional.empty(), Collections.emptyList())
            new Path(List.<Step>of(new Walk(Way.UP, 1, null), new Wait(1, 'b', true, "")).subList(1, 2), Optional.empty(), null)
            new Tree(new Tree(null, null, "a"), null, "b")
            """;

    private static final Submission SUBMISSION = StudentCode.load(server().loader());

    private final Machine one = new Machine(SUBMISSION);
    private final Machine other = new Machine(SUBMISSION);

    static Stream<String> values() {
        return VALUES.lines();
    }

    private static StudentCode server() {
        String methods = VALUES.lines()
                .map(value -> "static Object value" + index(value) + "() { return " + value + "; }\n")
                .reduce("", String::concat);
        return StudentCode.server(TYPES + methods
                + "static Object fussy() { return new Fussy(0); } static Object counting() { return new Counting(1, \"\"); }"
                + "static Object list() { return new ArrayList<>(List.of(Way.UP)); }");
    }

    private static int index(String value) {
        return VALUES.lines().toList().indexOf(value);
    }

    @ParameterizedTest
    @MethodSource("values")
    void readsAsAnEqualValueOfItsOwnClasses(String expression) throws ReflectiveOperationException {
        Object made = made(one, "value" + index(expression));
        Object read = other.read(made);
        assertNotSame(made, read);
        assertNotSame(made.getClass(), read.getClass());
        assertEquals(made.toString(), read.toString());
        assertEquals(made(other, "value" + index(expression)), read);
        assertSame(made, one.read(made), "its own");
    }

    @Test
    void keepsWhatBelongsToNoMachine() {
        for (Object value : Arrays.asList("a", 7L, List.of(1, "b"), null)) {
            assertSame(value, other.read(value));
        }
    }

    /** {@link PureValue} refuses it, and names its class. */
    @Test
    void leavesWhatIsNoValueAsItIs() throws ReflectiveOperationException {
        Object list = made(one, "list");
        assertSame(list, other.read(list));
    }

    @Test
    void refusesARecordThatDoesNotKeepItsComponents() throws ReflectiveOperationException {
        Object counting = made(one, "counting");
        assertEquals(
                "KvServer.Counting cannot be copied, as real networks and disks do it: its constructor does not keep the"
                        + " component n that it is given",
                assertThrows(NotCopyable.class, () -> other.read(counting)).getMessage());
    }

    private static Object made(Machine machine, String method) throws ReflectiveOperationException {
        Method maker = machine.program()
                .counterpart(SUBMISSION.program().newServer(null).getClass())
                .orElseThrow()
                .getDeclaredMethod(method);
        maker.setAccessible(true);
        return maker.invoke(null);
    }
}
