package kvlab.grader.execute;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonIncludeProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.scenario.CoreTests;
import kvlab.scenario.ExtendedTests;
import kvlab.scenario.RaftTests;
import kvlab.schedule.LabTest;
import kvlab.schedule.Suite;
import kvlab.schedule.TestCase;
import kvlab.submission.Part;

/**
 * A suite of lab tests, read from the annotations of its class.
 *
 * @param name the name on the command line
 * @param tests by number
 */
@JsonIncludeProperties({"name", "numbers"})
public record LabSuite(String name, List<TestCase> tests) {

    /** The suites of {@code all}, which apply to the same submission. */
    private static final List<Class<?>> OF_SERVERS = List.of(CoreTests.class, ExtendedTests.class);

    private static final List<Class<?>> SUITES = List.of(CoreTests.class, ExtendedTests.class, RaftTests.class);

    private static final String ALL = "all";

    /** The names accepted by {@link #named}. */
    public static final List<String> NAMES =
            Stream.concat(SUITES.stream().map(LabSuite::name), Stream.of(ALL)).toList();

    public LabSuite {
        tests = List.copyOf(tests);
    }

    /** Every suite once. */
    public static List<LabSuite> each() {
        return SUITES.stream()
                .map(type -> new LabSuite(name(type), tests(type).toList()))
                .toList();
    }

    public static Optional<LabSuite> named(String name) {
        if (name.equals(ALL)) {
            return Optional.of(new LabSuite(
                    name, OF_SERVERS.stream().flatMap(LabSuite::tests).toList()));
        }
        return each().stream().filter(suite -> suite.name().equals(name)).findFirst();
    }

    /**
     * Some tests of the suite with this name. A suite is serialised as its name and test numbers.
     *
     * @throws IllegalArgumentException if there is no such suite, or it has no such test
     */
    @JsonCreator
    static LabSuite of(@JsonProperty("name") String name, @JsonProperty("numbers") List<Integer> numbers) {
        LabSuite whole = named(name).orElseThrow(() -> new IllegalArgumentException("there is no suite " + name));
        return new LabSuite(name, numbers.stream().map(whole::test).toList());
    }

    private static String name(Class<?> type) {
        return type.getAnnotation(Suite.class).name();
    }

    private static Stream<TestCase> tests(Class<?> type) {
        return Arrays.stream(type.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(LabTest.class))
                .map(TestCase::new)
                .sorted(Comparator.comparingInt(TestCase::number));
    }

    @JsonProperty("numbers")
    public List<Integer> numbers() {
        return tests.stream().map(TestCase::number).toList();
    }

    /** The classes that the tests require of a submission. */
    public Set<Part> needs() {
        return tests.stream().flatMap(test -> Stream.of(test.suite().needs())).collect(Collectors.toUnmodifiableSet());
    }

    /** The valid numbers, for messages. */
    public String numbersInWords() {
        return numbers().stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** @throws IllegalArgumentException if the suite has no such test */
    public TestCase test(int number) {
        return tests.stream()
                .filter(test -> test.number() == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "suite " + name + " has no test " + number + "; it has " + numbersInWords()));
    }
}
