package kvlab.grader.grade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.result.Deadline;
import kvlab.grader.policy.Policy;

/**
 * What one student is granted apart from the policy.
 *
 * @param due the student's own due time
 * @param extensionDays days added to the policy's due time, or to the own one
 * @param lateDaysLeft days late that cost nothing after that, from a budget over the term
 */
public record Concession(Optional<Instant> due, int extensionDays, int lateDaysLeft) {

    public static final Concession NONE = new Concession(Optional.empty(), 0, 0);

    public boolean isNone() {
        return equals(NONE);
    }

    /** The policy for this student. */
    Policy applyTo(Policy policy) {
        return extended(policy, extensionDays + lateDaysLeft);
    }

    /** Notes for the page, about a hand-in at this time. */
    List<Diagnostic> notes(Policy policy, Optional<Instant> handedIn) {
        List<Diagnostic> notes = new ArrayList<>();
        Policy own = extended(policy, extensionDays);
        if (due.isPresent() || extensionDays > 0) {
            own.due()
                    .ifPresent(extended -> notes.add(Diagnostic.of("note.extension")
                            .with(
                                    "due",
                                    Deadline.text(
                                            Deadline.of(own), extended.at().toInstant()))));
        }
        if (lateDaysLeft > 0) {
            int late = handedIn.map(own::lateDays).orElse(0);
            notes.add(Diagnostic.of("note.late-days-used")
                    .with("used", Math.min(late, lateDaysLeft))
                    .with("left", lateDaysLeft));
        }
        return notes;
    }

    private Policy extended(Policy policy, int days) {
        Policy own = due.map(policy::withDue).orElse(policy);
        return days == 0
                ? own
                : own.due()
                        .map(time -> own.withDue(time.at().plusDays(days).toInstant()))
                        .orElse(own);
    }
}
