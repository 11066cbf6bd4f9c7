package kvlab.schedule;

import java.util.List;
import kvlab.cluster.StudentCode;
import kvlab.diagnostic.Diagnostic;
import kvlab.record.Recording;
import kvlab.sim.HangDetected;
import kvlab.sim.World;
import kvlab.submission.InitialiserFailed;
import kvlab.submission.Submission;
import kvlab.submission.SubmissionRefused;

/** Runs a submission's static initialisers before any schedule, under the same watchdog. */
final class Initialisation {

    private static final int MAX_CAUSES = 4;

    private Initialisation() {}

    /** @throws SubmissionRefused if an initialiser throws or does not end, or something that it made can change */
    static void run(Submission submission, World world) {
        try {
            world.simulation(0, Recording.OFF).run(submission::initialise);
        } catch (InitialiserFailed failed) {
            throw refused(threw(failed));
        } catch (HangDetected hang) {
            boolean blocked = hang.kind() == HangDetected.Kind.BLOCKED;
            throw refused((blocked ? Diagnostic.of("initialiser.blocked") : Diagnostic.of("initialiser.endless"))
                    .with("seconds", hang.limit().toSeconds())
                    .at(StudentCode.place(hang.getStackTrace())));
        }
        submission.requireNothingShared();
    }

    private static Diagnostic threw(InitialiserFailed failed) {
        Throwable thrown = failed.getCause();
        // What the JVM wraps it in, and wraps that in at the second attempt. Methods of a student's class are not
        // called.
        for (int i = 0; i < MAX_CAUSES && thrown instanceof LinkageError wrapper && isOfJdk(wrapper); i++) {
            if (wrapper.getCause() == null) {
                break;
            }
            thrown = wrapper.getCause();
        }
        return Diagnostic.of("initialiser.threw")
                .with("type", failed.type())
                .with("exception", thrown.getClass().getSimpleName())
                .with("text", StudentCode.message(thrown))
                .at(StudentCode.place(thrown));
    }

    private static boolean isOfJdk(LinkageError error) {
        return error.getClass() == ExceptionInInitializerError.class || error.getClass() == NoClassDefFoundError.class;
    }

    private static SubmissionRefused refused(Diagnostic why) {
        return new SubmissionRefused(List.of(why));
    }
}
