package kvlab.schedule;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.cluster.CodeUnderTest;
import kvlab.sim.World;
import kvlab.submission.Part;
import kvlab.submission.Submission;
import kvlab.submission.SubmissionRefused;

/**
 * The submission that one launch is about: ready to run, or refused.
 *
 * @param runner runs its schedules; {@code null} if it is refused
 * @param refused why it cannot be run
 */
record SubmissionUnderTest(ScheduleRunner runner, Optional<Verdict.Refused> refused) {

    static SubmissionUnderTest load(ClassLoader classes, Set<Part> needed, World world) {
        try {
            Submission submission = Submission.load(classes, needed);
            return new SubmissionUnderTest(new ScheduleRunner(world, CodeUnderTest.of(submission)), Optional.empty());
        } catch (SubmissionRefused e) {
            List<String> findings = e.findings();
            String others = String.join("\n", findings.subList(1, findings.size()));
            return new SubmissionUnderTest(null, Optional.of(new Verdict.Refused(findings.get(0), others)));
        }
    }
}
