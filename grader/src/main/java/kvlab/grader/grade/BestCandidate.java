package kvlab.grader.grade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.Deadline;
import kvlab.grader.grade.result.SubmissionHeader;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Points;
import kvlab.grader.policy.Policy;

/**
 * Takes the candidate that gives the most points. Each is graded at most once; one that cannot give more than an earlier
 * one has got is not graded.
 */
record BestCandidate(Policy policy, Function<PolicyIntake.Opened, Graded> grading) {

    Graded of(HandIn handIn) {
        List<PolicyIntake.Opened> candidates = new ArrayList<>();
        List<Graded> results = new ArrayList<>();
        List<Diagnostic> notes = new ArrayList<>();
        for (PolicyIntake.Opened candidate : handIn.candidates()) {
            BigDecimal most = most(candidate.header().lateDays());
            if (results.stream()
                    .map(Graded::result)
                    .anyMatch(result -> result.decided() && result.score().compareTo(most) >= 0)) {
                notes.add(note("note.cannot-be-best", candidate.header(), most));
            } else {
                candidates.add(candidate);
                results.add(grading.apply(candidate));
            }
        }
        Graded best = best(results);
        for (int i = 0; i < results.size(); i++) {
            if (results.get(i) != best) {
                notes.add(note(
                        "note.not-best",
                        candidates.get(i).header(),
                        results.get(i).result().score()));
            }
        }
        return best.withNotes(notes);
    }

    /** The most points; but what is not decided comes first if it could still get more. Of equal ones, the first. */
    private static Graded best(List<Graded> results) {
        Graded most = first(results, SubmissionResult::score);
        Graded hopeful = first(results, SubmissionResult::possibleScore);
        return hopeful.result().possibleScore().compareTo(most.result().possibleScore()) > 0 ? hopeful : most;
    }

    private static Graded first(List<Graded> results, Function<SubmissionResult, BigDecimal> points) {
        Function<Graded, BigDecimal> each = graded -> points.apply(graded.result());
        BigDecimal most =
                results.stream().map(each).max(Comparator.naturalOrder()).orElseThrow();
        return results.stream()
                .filter(graded -> each.apply(graded).compareTo(most) == 0)
                .findFirst()
                .orElseThrow();
    }

    /** The most points that a submission can get that is so late. */
    private BigDecimal most(int lateDays) {
        BigDecimal all = policy.fullMarks().add(policy.extraCredit());
        return all.subtract(policy.late().deduction(all, policy.fullMarks(), lateDays));
    }

    private static Diagnostic note(String code, SubmissionHeader header, BigDecimal points) {
        String what = header.origin()
                .filter(origin -> !origin.commit().isEmpty())
                .map(origin -> origin.diagnostic().message())
                .orElse(header.path());
        Diagnostic note = Diagnostic.of(code).with("what", what).with("points", Points.text(points));
        Optional<String> time = header.handedIn().map(handedIn -> Deadline.text(header.deadline(), handedIn));
        Diagnostic dated = time.isPresent() ? note.with("time", time.get()) : note;
        return header.lateDays() == 0 ? dated : dated.with("late", header.lateDays());
    }
}
