package kvlab.grader.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.TestDiagnostics;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;

class AttentionTest {

    private static final Policy DUE = PolicyFixture.firstTests(1, """
            name: due
            suites: { core: { points: 10 } }
            due: { at: 2026-12-04 12:00, zone: Europe/Zurich }
            """);

    @Test
    void whoseTimeNobodyKnowsIsForReviewIfItMatters() {
        SubmissionResult matters = result("alice", new Verdict.Passed());
        SubmissionResult not = result("bob", new Verdict.Failed(TestDiagnostics.saying("lost"), ""));
        List<Attention> review = Attention.review(List.of(matters, not));
        assertEquals(List.of(matters), review.get(0).submissions());
        assertEquals(1, review.size());
        assertEquals(List.of(not), Attention.notes(List.of(matters, not)).get(0).submissions());
    }

    private static SubmissionResult result(String student, Verdict verdict) {
        return ResultFixture.by(DUE, student, 0, List.of(), verdict)
                .withNotes(List.of(Diagnostic.of("note.time-unknown")));
    }
}
