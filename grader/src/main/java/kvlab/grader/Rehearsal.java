package kvlab.grader;

import java.nio.file.Path;
import kvlab.grader.intake.Intake;
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
        Child.rehearse(
                new Intake().read(Path.of(args[0])).orThrow(IllegalArgumentException::new),
                LabSuite.named("core").orElseThrow());
        System.exit(ExitCode.OK);
    }
}
