package kvlab.grader;

import java.nio.file.Path;
import java.util.List;
import kvlab.grader.build.Build;
import kvlab.grader.build.BuildJob;
import kvlab.grader.build.Builder;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.Submission;
import kvlab.grader.run.Child;
import kvlab.grader.run.LabSuite;

/**
 * Does once, in one process, what the commands do, so that the JVM can keep the classes they load in an archive that
 * it starts faster from. Nothing depends on its outcome. The launcher script runs it after each build.
 */
final class Rehearsal {

    private Rehearsal() {}

    /** @param args a directory to grade, and one that results may be written to */
    public static void main(String[] args) {
        Main.run("test", args[0]);
        Main.run("grade", args[0], "--schedules", "1", "--out", args[1]);
        LabSuite suite = LabSuite.named("core").orElseThrow();
        Submission submission = new Intake().read(Path.of(args[0])).orThrow(IllegalArgumentException::new);
        BuildJob job = new BuildJob(submission.files(), suite.needs(), List.of(), List.of());
        if (new Builder().build(job) instanceof Build.Built built) {
            Child.rehearse(built.classes(), suite);
        }
        System.exit(ExitCode.OK);
    }
}
