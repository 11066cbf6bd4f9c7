package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.lang.reflect.Field;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The order of a submission's sets and maps is a function of its code alone, whatever calls their factories. */
class IterationOrderTest {

    private static final String ORDER = "[10, 3, 9, 4, 8, 5, 7, 6]";

    /** Of the type {@code Collection<Integer>}. */
    static Stream<String> expressions() {
        return Stream.of(
                "Set.of(10, 3, 9, 4, 8, 5, 7, 6)",
                "Set.of(NUMBERS.toArray(Integer[]::new))",
                "Set.copyOf(NUMBERS)",
                "Map.of(10, 0, 3, 0, 9, 0, 4, 0, 8, 0, 5, 0, 7, 0, 6, 0).keySet()",
                "Map.copyOf(NUMBERS.stream().collect(Collectors.toMap(n -> n, n -> n, (a, b) -> a, LinkedHashMap::new))).values()",
                "Map.ofEntries(NUMBERS.stream().map(n -> Map.entry(n, n)).toArray(Map.Entry[]::new)).keySet()",
                "NUMBERS.stream().collect(Collectors.toUnmodifiableSet())",
                "NUMBERS.stream().collect(Collectors.toUnmodifiableMap(n -> n, n -> n)).keySet()",
                "NUMBERS.stream().collect(Collectors.toUnmodifiableMap(n -> n, n -> n, (a, b) -> a)).keySet()",
                "((Function<List<Integer>, Set<Integer>>) Set::copyOf).apply(NUMBERS)",
                "((Function<Integer[], Set<Integer>>) Set::of).apply(NUMBERS.toArray(Integer[]::new))",
                "NUMBERS.stream().collect(((Supplier<Collector<Integer, ?, Set<Integer>>>) Collectors::toUnmodifiableSet).get())");
    }

    @ParameterizedTest
    @MethodSource("expressions")
    void isThatOfTheElementsGiven(String expression) throws ReflectiveOperationException {
        Submission submission = StudentCode.initialise(
                StudentCode.server("""
                static final List<Integer> NUMBERS = List.of(10, 3, 9, 4, 8, 5, 7, 6);
                @SuppressWarnings({"unchecked", "rawtypes"}) static final Collection<Integer> made = new ArrayList<>(EXPRESSION).stream().toList();
                """.replace("EXPRESSION", expression)).loader());
        assertEquals(ORDER, made(submission.program()));
        assertEquals(ORDER, made(new Machine(submission).program()));
    }

    private static String made(Program program) throws ReflectiveOperationException {
        Field made = program.newServer(null).getClass().getDeclaredField("made");
        made.setAccessible(true);
        return made.get(null).toString();
    }

    @Test
    void leavesAProgramWithoutSuchFactoriesWhereItWasLoaded() {
        ClassLoader loader = StudentCode.server("static final List<Integer> LIST = List.of(1, 2);")
                .loader();
        assertSame(
                loader,
                StudentCode.load(loader).program().newServer(null).getClass().getClassLoader());
    }
}
