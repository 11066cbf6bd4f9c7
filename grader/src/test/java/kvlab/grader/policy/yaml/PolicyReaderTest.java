package kvlab.grader.policy.yaml;

import static kvlab.grader.policy.PolicyFixture.MINIMUM;
import static kvlab.grader.policy.PolicyFixture.policy;
import static kvlab.grader.policy.PolicyFixture.problems;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kvlab.grader.policy.FirstSeed;
import kvlab.grader.policy.LateRule;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.grader.policy.RepeatedRuns;
import kvlab.grader.policy.ResourceLimits;
import kvlab.grader.policy.StudentsSee;
import kvlab.grader.policy.TestRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PolicyReaderTest {

    @Test
    void whatAPolicyDoesNotSayHasADefault() {
        Policy policy = policy(MINIMUM);
        assertEquals("least", policy.title());
        assertEquals(new BigDecimal("90"), policy.fullMarks());
        assertEquals(new FirstSeed.Same(1), policy.seed());
        assertEquals(new RepeatedRuns.AllMustPass(), policy.repeatedRuns());
        assertEquals(List.of("KvServer.java"), policy.files().allowed());
        assertEquals(LateRule.NOTHING_LATE, policy.late());
        assertEquals(ResourceLimits.DEFAULT, policy.limits());
        assertTrue(policy.tests().stream().allMatch(test -> test.schedules() == 100));
    }

    @Test
    void whatIsSaidOfSingleTestsGoesBeforeWhatIsSaidOfTheSuite() {
        Policy policy = policy("""
            name: ranges
            suites:
              core:
                points: 5
                schedules: 20
                tests:
                  2: { schedules: 50, students-see: verdict }
                  7-9: { extra-credit: 2.5 }
            """);
        assertEquals(new BigDecimal("30"), policy.fullMarks());
        assertEquals(new BigDecimal("7.5"), policy.extraCredit());
        Map<Integer, TestRule> tests =
                policy.tests().stream().collect(Collectors.toMap(TestRule::number, test -> test));
        assertEquals(new TestRule(2, new BigDecimal(5), BigDecimal.ZERO, 50, StudentsSee.VERDICT), tests.get(2));
        assertEquals(new TestRule(8, BigDecimal.ZERO, new BigDecimal("2.5"), 20, StudentsSee.EVERYTHING), tests.get(8));
    }

    @Test
    void everythingThatIsWrongIsSaidAtOnceByLine() {
        assertEquals(
                List.of(
                        "p.yaml:1: name: expected a short name of letters, digits, '-' and '_', such as core-lab, not two"
                                + " words",
                        "p.yaml:3: suites.core.points: expected a number from 0 to 1000000 with at most 6 decimals, such as"
                                + " 5 or 2.5, not five",
                        "p.yaml:4: suites.core.schedule: is no key that is known here: did you mean schedules?",
                        "p.yaml:5: late: expected keys with values below it, not 10",
                        "p.yaml:6: seed: expected a whole number from -4611686018427387904 to 4611686018427387903, not the"
                                + " text \"1\" in quotes"),
                problems("""
                    name: two words
                    suites: { core: {
                        points: five,
                        schedule: 10 } }
                    late: 10
                    seed: "1"
                    """).stream().sorted().toList());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            seed: 1\\nseed: 2               | p.yaml:5: seed: is there twice; it was on line 4 already
            duedate: x                      | p.yaml:4: duedate: is no key that is known here: those that are known are name, title
            [a]: b                          | p.yaml:4: expected a word as a key, not a list
            due:                            | p.yaml:4: due: expected keys with values below it, not nothing
            due: { at: 2026-12-04, zone: UTC } | p.yaml:4: due.at: expected a date and time such as 2026-12-04 23:59, not 2026-12-04
            due: { at: 2026-02-30 10:00, zone: UTC } | p.yaml:4: due.at: expected a date and time
            due: { at: 2026-03-29 02:30, zone: Europe/Zurich } | p.yaml:4: due.at: there is no such time in Europe/Zurich: clocks are put forward
            due: { at: 2026-12-04 10:00 }   | p.yaml:4: due.zone: is missing: expected a time zone by its place
            due: { at: 2026-12-04 10:00, zone: Zurich } | p.yaml:4: due.zone: expected a time zone by its place, such as Europe/Zurich or America/New_York, not Zurich
            due: { at: 2026-12-04 10:00, zone: UTC, grace: 10 } | p.yaml:4: due.grace: expected a time such as 30 s, 10 min, 2 h or 1 d, not 10
            repeated-runs: sometimes        | p.yaml:4: repeated-runs: expected one of all-must-pass, minimum-rate, proportional, not sometimes
            repeated-runs: minimum-rate     | p.yaml:1: minimum-rate: is missing: expected a percentage
            repeated-runs: minimum-rate\\nminimum-rate: 0 | p.yaml:5: minimum-rate: is 0
            minimum-rate: 95                | p.yaml:4: minimum-rate: has no effect without repeated-runs: minimum-rate
            late: { percent-per-day: 101, most-days: 3 } | p.yaml:4: late.percent-per-day: expected a percentage from 0 to 100 without the sign, such as 10, not 101
            late: { percent-per-day: 10, most-days: 2.5 } | p.yaml:4: late.most-days: expected a number of days from 0 to 366, not 2.5
            not-building: { at-most-percent: 50, gets-percent: 60 } | p.yaml:4: not-building.gets-percent: is more than at-most-percent, which is 50
            hidden-seed: 60                 | p.yaml:4: hidden-seed: is among the seeds that students know, which are those from 1 to 100
            hidden-seed: 6000\\nseed-secret: 0123456789abcdef | p.yaml:5: seed-secret: takes the place of hidden-seed: keep one of them
            seed-secret: guess              | p.yaml:4: seed-secret: expected 16 to 200 characters that nobody can guess
            files: { allowed: [Clerk.java] } | p.yaml:4: files.allowed: lacks KvServer.java, which the tests need
            files: { allowed: KvServer.java } | p.yaml:4: files.allowed: expected a list in square brackets
            files: { allowed: [lab/KvServer.java] } | p.yaml:4: files.allowed: expected the name of a file without a directory
            files: { allowed: [KvServer.java, KvServer.java] } | p.yaml:4: files.allowed: KvServer.java is there twice
            hand-in: { forms: [tgz] }       | p.yaml:4: hand-in.forms: expected one of directory, git, tar, zip, not tgz
            hand-in: { forms: [zip], branch: main } | p.yaml:4: hand-in.branch: has no effect unless git is among the forms
            api: { allow: [random] }        | p.yaml:4: api.allow: expected a package (java.util.zip.*), a class
            api: { allow: [java.util.Mäp] } | p.yaml:4: api.allow: expected a package (java.util.zip.*), a class
            api: { allow: [java.util.$Map] } | p.yaml:4: api.allow: expected a package (java.util.zip.*), a class
            api: { allow: ["java.util.Map$"] } | p.yaml:4: api.allow: expected a package (java.util.zip.*), a class
            api: { allow: ["java.util.Map#$get"] } | p.yaml:4: api.allow: expected a package (java.util.zip.*), a class
            api: { allow: [java.util$Map.*] } | p.yaml:4: api.allow: expected a package (java.util.zip.*), a class
            api: { allow: [java.util.Random], forbid: [java.util.Random] } | p.yaml:4: api.forbid: java.util.Random is under allow as well
            limits: { heap: 1 MiB }         | p.yaml:4: limits.heap: is too little to run any test: expected 32 MiB or more
            limits: { heap: 512 MB }        | p.yaml:4: limits.heap: expected a size such as 256 MiB, 64 KiB or 1 GiB, not 512 MB
            "tit\\0le": x                   | p.yaml:4: tit?le: is no key that is known here
            """)
    void aWrongLineIsAnsweredWithFileLineKeyAndWhatWasExpected(String added, String expected) {
        List<String> problems = problems(MINIMUM + added.replace("\\n", "\n"));
        assertTrue(
                problems.size() == 1 && problems.get(0).startsWith(expected),
                () -> "expected " + expected + "\n but was " + problems);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            suites: { cores: { points: 1 } } | p.yaml:2: suites.cores: is no suite: did you mean core?
            suites: {}                       | p.yaml:2: suites: names no suite: expected one or more of core, extended
            title: none                      | p.yaml:1: suites: is missing: expected one or more of core, extended
            suites: { core: {} }             | p.yaml:2: suites.core: says neither points nor extra-credit for tests 1, 2, 3
            suites: { core: { points: 1, tests: { 12: { points: 2 } } } } | p.yaml:2: suites.core.tests.12: the suite has no such tests
            suites: { core: { points: 1, tests: { 3-1: { points: 2 } } } } | p.yaml:2: suites.core.tests.3-1: expected the number of a test or a range
            suites: { core: { tests: { 1-5: { points: 2 }, 5-9: { points: 2 } } } } | p.yaml:2: suites.core.tests.5-9: something else was said of test 5 already
            suites: { core: { points: -1 } } | p.yaml:2: suites.core.points: expected a number from 0
            suites: { core: { points: 1e3 } } | p.yaml:2: suites.core.points: expected a number from 0
            suites: { core: { points: 1, schedules: 0 } } | p.yaml:2: suites.core.schedules: expected a number of schedules from 1
            """)
    void suitesAreCheckedAgainstTheTestsThereAre(String suites, String expected) {
        List<String> problems = problems("name: least\n" + suites);
        assertTrue(
                problems.size() == 1 && problems.get(0).startsWith(expected),
                () -> "expected " + expected + "\n but was " + problems);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "name: [",
                "name: a\n\tb: c",
                "a: b\n---\nc: d",
                "name: &a *b",
                "a: \u0007",
                "%YAML 3.0\n---\na: b"
            })
    void whatIsNotYamlIsSaidToBeSo(String text) {
        List<String> problems = problems(text);
        assertEquals(1, problems.size());
        assertTrue(problems.get(0).matches("p\\.yaml(:[1-9])?: (is not YAML|has a character).*"), problems.get(0));
    }

    @Test
    void aFileThatIsNoPolicyAtAllIsRefusedInOneLine() {
        assertEquals(1, problems("").size());
        assertEquals(1, problems("[".repeat(100_000)).size());
        assertEquals(1, problems("a: b\n".repeat(100_000)).size());
        assertEquals("p.yaml: is not text in UTF-8: save it in that encoding", refusal(new byte[] {'a', (byte) 0xff}));
    }

    @Test
    void aByteOrderMarkDoesNotMatter() {
        assertEquals("least", policy("\uFEFF" + MINIMUM).name());
    }

    @Test
    void proportionsThatAreNoExactDecimalsAreRefused() {
        assertEquals(
                List.of(
                        "p.yaml:3: suites.core: test 1: 10 points in proportion to 3 schedules are no exact decimals: take a"
                                + " number of schedules that divides them, such as 10, 25, 50 or 100"),
                problems("""
                    name: thirds
                    suites:
                      core: { points: 10, schedules: 3 }
                    repeated-runs: proportional
                    """));
        assertEquals(List.of(), problems(MINIMUM.replace("10", "9, schedules: 3") + "repeated-runs: proportional"));
    }

    @Test
    void theSmallestScaleRoundsNothingAway() {
        assertEquals(1, policy(MINIMUM).wholeNumberScale());
        assertEquals(10, policy(MINIMUM.replace("10", "2.50")).wholeNumberScale());
        assertEquals(
                1,
                policy(MINIMUM + "late: { percent-per-day: 10, most-days: 3 }").wholeNumberScale());
        assertEquals(
                100,
                policy(MINIMUM.replace("10", "2.5") + "late: { percent-per-day: 10, most-days: 3 }")
                        .wholeNumberScale());
        assertEquals(10, policy(MINIMUM + "repeated-runs: proportional").wholeNumberScale());
    }

    @Test
    void aScaleThatLeavesFractionsIsRefused() {
        assertEquals(
                List.of(
                        "p.yaml:4: scale: a score can have steps of 2.5, which times 3 is no whole number: give a multiple of"
                                + " 10, or leave it out"),
                problems(MINIMUM.replace("10", "2.5") + "scale: 3"));
        assertEquals(2, policy(MINIMUM.replace("10", "2.5") + "scale: 2").wholeNumberScale());
        String large = problems("""
            name: large
            suites: { extended: { points: 1000000 } }
            scale: 1000000000
            """).get(0);
        assertTrue(large.startsWith("p.yaml:3: scale: the highest score times 1000000000 is"), large);
    }

    private static String refusal(byte[] bytes) {
        try {
            PolicyFixture.read(bytes);
            return "";
        } catch (UnusablePolicyException e) {
            return e.getMessage();
        }
    }

    @Test
    void whateverAPolicySaysInItsOwnWordsStaysOnOneLine() {
        String problem = problems("name: \"a\\nb\\e[31m\"\nsuites: { core: { points: 1 } }")
                .get(0);
        assertEquals(1, problem.lines().count());
        assertFalse(problem.getBytes(StandardCharsets.UTF_8).length > 300 || problem.contains("\u001B"), problem);
    }
}
