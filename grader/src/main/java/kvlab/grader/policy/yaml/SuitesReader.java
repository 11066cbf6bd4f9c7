package kvlab.grader.policy.yaml;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.policy.Exactness;
import kvlab.grader.policy.RepeatedRuns;
import kvlab.grader.policy.StudentsSee;
import kvlab.grader.policy.SuiteRules;
import kvlab.grader.policy.TestRule;

/** Reads the points and schedules of the tests. */
final class SuitesReader {

    private static final int USUAL_SCHEDULES = 100;
    private static final int MAX_SCHEDULES = 1_000_000;
    private static final Kind<Integer> SCHEDULES = Kind.count("a number of schedules", 1, MAX_SCHEDULES);
    private static final Pattern NUMBERS = Pattern.compile("([0-9]{1,4})(?:-([0-9]{1,4}))?");

    /**
     * The rules for some tests.
     *
     * @param worth whether the file states their points
     */
    private record Terms(
            boolean worth, BigDecimal points, BigDecimal extraCredit, int schedules, StudentsSee studentsSee) {
        static final Terms UNLESS_STATED =
                new Terms(false, BigDecimal.ZERO, BigDecimal.ZERO, USUAL_SCHEDULES, StudentsSee.EVERYTHING);

        TestRule of(int number) {
            return new TestRule(number, points, extraCredit, schedules, studentsSee);
        }
    }

    private final List<LabSuite> known;

    SuitesReader(List<LabSuite> known) {
        this.known = List.copyOf(known);
    }

    List<SuiteRules> read(Section top, RepeatedRuns runs) {
        Map<String, Section> sections = top.sections("suites", Keys.SUITE);
        if (!top.has("suites")) {
            top.wrong("suites", "is missing: expected one or more of " + names() + ", with what their tests are worth");
        } else if (sections.isEmpty()) {
            top.wrong("suites", "names no suite: expected one or more of " + names());
        }
        List<SuiteRules> suites = new ArrayList<>();
        sections.forEach((name, section) -> {
            Optional<LabSuite> suite =
                    known.stream().filter(each -> each.name().equals(name)).findFirst();
            if (suite.isEmpty()) {
                section.wrong("is no suite"
                        + NearestName.hint(known.stream().map(LabSuite::name).toList(), name, "there are " + names()));
            } else {
                suites.add(rules(suite.get(), section, runs));
            }
        });
        return suites;
    }

    private static SuiteRules rules(LabSuite suite, Section section, RepeatedRuns runs) {
        Terms usual = terms(section, Terms.UNLESS_STATED);
        Map<Integer, Terms> own = ownTerms(suite, section, usual);
        List<Integer> worthless = suite.numbers().stream()
                .filter(test -> !own.getOrDefault(test, usual).worth())
                .toList();
        if (!worthless.isEmpty()) {
            section.wrong("says neither points nor extra-credit for " + inWords(worthless)
                    + ": where a test is to be worth nothing, say points: 0");
        }
        List<TestRule> tests = suite.numbers().stream()
                .map(test -> own.getOrDefault(test, usual).of(test))
                .toList();
        tests.stream()
                .flatMap(test ->
                        Exactness.problem(runs, test).map(problem -> "test " + test.number() + ": " + problem).stream())
                .findFirst()
                .ifPresent(section::wrong);
        return new SuiteRules(suite, tests);
    }

    /** The rules for single tests and ranges of tests. */
    private static Map<Integer, Terms> ownTerms(LabSuite suite, Section section, Terms usual) {
        Map<Integer, Terms> own = new HashMap<>();
        section.sections("tests", Keys.TESTS).forEach((key, some) -> {
            Terms terms = terms(some, usual);
            List<Integer> named = numbers(key);
            if (named.isEmpty()) {
                some.wrong("expected the number of a test or a range of them, such as 3 or 10-15, not " + key);
                return;
            }
            List<Integer> meant = new ArrayList<>(named);
            meant.retainAll(suite.numbers());
            if (meant.size() < named.size()) {
                some.wrong("the suite has no such tests: it has " + inWords(suite.numbers()));
            }
            List<Integer> twice = meant.stream()
                    .filter(test -> own.putIfAbsent(test, terms) != null)
                    .toList();
            if (!twice.isEmpty()) {
                some.wrong("something else was said of " + inWords(twice) + " already");
            }
        });
        return own;
    }

    /** The tests of a key such as {@code 10-15}; empty if the key is malformed. */
    private static List<Integer> numbers(String key) {
        Matcher matcher = NUMBERS.matcher(key);
        if (!matcher.matches()) {
            return List.of();
        }
        int first = Integer.parseInt(matcher.group(1));
        int last = matcher.group(2) == null ? first : Integer.parseInt(matcher.group(2));
        return IntStream.rangeClosed(first, last).boxed().toList();
    }

    private static Terms terms(Section section, Terms otherwise) {
        // If a section states only points or only extra credit, the other is zero.
        boolean stated = section.has("points") || section.has("extra-credit");
        return new Terms(
                stated || otherwise.worth(),
                section.get("points", Kind.POINTS, stated ? BigDecimal.ZERO : otherwise.points()),
                section.get("extra-credit", Kind.POINTS, stated ? BigDecimal.ZERO : otherwise.extraCredit()),
                section.get("schedules", SCHEDULES, otherwise.schedules()),
                section.get("students-see", Kind.choice(StudentsSee.class), otherwise.studentsSee()));
    }

    private static String inWords(List<Integer> tests) {
        String numbers = tests.stream().map(String::valueOf).collect(Collectors.joining(", "));
        return (tests.size() == 1 ? "test " : "tests ") + numbers;
    }

    private String names() {
        return known.stream().map(LabSuite::name).collect(Collectors.joining(", "));
    }
}
