package kvlab.grader.run;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.scenario.CoreTests;
import kvlab.schedule.LabTest;

/**
 * A suite of lab tests, read off the annotations of its class.
 *
 * @param name what people call it on the command line
 * @param tests by number
 */
public record LabSuite(String name, Class<?> type, List<Case> tests) {

    /** One lab test of a suite. */
    public record Case(int number, String title, Method method) {}

    /** The names that {@link #named} knows. */
    public static final List<String> NAMES = List.of("core");

    public LabSuite {
        tests = List.copyOf(tests);
    }

    public static Optional<LabSuite> named(String name) {
        return name.equals("core") ? Optional.of(of(name, CoreTests.class)) : Optional.empty();
    }

    static LabSuite of(String name, Class<?> type) {
        List<Case> tests = Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(LabTest.class))
                .map(method -> {
                    LabTest test = method.getAnnotation(LabTest.class);
                    return new Case(test.number(), test.title(), method);
                })
                .sorted(Comparator.comparingInt(Case::number))
                .toList();
        return new LabSuite(name, type, tests);
    }

    public List<Integer> numbers() {
        return tests.stream().map(Case::number).toList();
    }

    /** For messages: the numbers that may be asked for. */
    public String numbersInWords() {
        return numbers().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** @throws IllegalArgumentException if the suite has no such test */
    public Case test(int number) {
        return tests.stream()
                .filter(test -> test.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "suite " + name + " has no test " + number + "; it has " + numbersInWords()));
    }
}
