package kvlab.grader.cli;

import java.nio.file.Path;
import kvlab.grader.check.ApiRules;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.execute.Child;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.Submission;

/**
 * Runs the commands once in one process, so that the JVM can store the loaded classes in a class-data archive for a
 * faster start. Its outcome does not matter. The launcher script runs it after each build.
 */
final class ClassDataWarmUp {

    private ClassDataWarmUp() {}

    /** @param args a directory to grade, and a directory for results */
    public static void main(String[] args) {
        KvlabCommand.run("test", args[0]);
        KvlabCommand.run("grade", args[0], "--schedules", "1", "--out", args[1]);
        LabSuite suite = LabSuite.named("core").orElseThrow();
        Submission submission = new Intake().read(Path.of(args[0])).orThrow(IllegalArgumentException::new);
        CheckJob job = new CheckJob(submission.files(), suite.needs(), ApiRules.NONE);
        if (job.check() instanceof Checked.Accepted built) {
            Child.warmUp(built.classes(), suite);
        }
        System.exit(0);
    }
}
