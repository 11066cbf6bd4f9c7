package kvlab.grader.grade;

import static kvlab.grader.policy.PolicyFixture.policy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.TestOutcome;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.Submission;
import kvlab.schedule.Verdict;
import kvlab.submission.Part;
import org.junit.jupiter.api.Test;

class TestPlanTest {

    private static final Submission SUBMISSION =
            new Submission("alice", List.of(new SourceFile("KvServer.java", "package lab; class")));

    private final List<CheckJob> checked = new ArrayList<>();

    @Test
    void aSubmissionIsCheckedOnceHoweverManyRoundsNeedTheSamePartsOfIt() {
        SubmissionOutcome outcome = run("""
                name: two-rounds
                suites:
                  core:
                    points: 10
                    schedules: 20
                    tests:
                      2: { schedules: 50 }
                """);
        assertEquals(Set.of(20, 50), Set.copyOf(schedules(outcome)));
        assertEquals(List.of(Set.of(Part.SERVER)), needs());
        outcome.tests().forEach(test -> assertInstanceOf(Verdict.Refused.class, test.verdict()));
    }

    @Test
    void itIsCheckedAgainForASuiteThatNeedsMoreOfIt() {
        run("""
                name: two-suites
                suites:
                  core: { points: 10 }
                  extended: { points: 10 }
                """);
        assertEquals(2, needs().size());
        assertEquals(2, Set.copyOf(needs()).size());
    }

    private SubmissionOutcome run(String policy) {
        return new TestPlan(policy(policy), 1, 1, Sandbox.none("nothing runs"), (job, timeout) -> {
                    checked.add(job);
                    return new Checked.DoesNotCompile(
                            Diagnostic.of("compile.timed-out").with("seconds", 1), List.of());
                })
                .run(SUBMISSION);
    }

    private List<Set<Part>> needs() {
        return checked.stream().map(CheckJob::needs).toList();
    }

    private static List<Integer> schedules(SubmissionOutcome outcome) {
        return outcome.tests().stream().map(TestOutcome::schedules).toList();
    }
}
