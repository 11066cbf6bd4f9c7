package kvlab.schedule;

import java.util.List;
import java.util.Optional;
import kvlab.sim.World;
import kvlab.submission.Submission;
import kvlab.submission.SubmissionRefused;

/**
 * The submission that one launch is about: ready to run, or refused.
 *
 * @param runner runs its schedules; {@code null} if it is refused
 * @param refused why it cannot be run
 */
record SubmissionUnderTest(ScheduleRunner runner, Optional<Verdict.Refused> refused) {

    static SubmissionUnderTest load(ClassLoader classes, World world) {
        try {
            Submission submission = Submission.load(classes);
            return new SubmissionUnderTest(new ScheduleRunner(world, submission::newServer), Optional.empty());
        } catch (SubmissionRefused e) {
            List<String> findings = e.findings();
            String others = String.join("\n", findings.subList(1, findings.size()));
            return new SubmissionUnderTest(null, Optional.of(new Verdict.Refused(findings.get(0), others)));
        }
    }
}
