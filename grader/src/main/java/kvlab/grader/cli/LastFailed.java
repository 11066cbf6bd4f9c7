package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.Submission;
import kvlab.grader.intake.restricted.IssuedKit;
import kvlab.schedule.ReplayLine;
import org.apache.commons.io.FileUtils;

/**
 * The code that failed a test when {@code kvlab test} was last run and something failed: its sources, and which schedule.
 * Kept so that a student, who has changed the code since, can see what that has changed in the run.
 *
 * @param sources the directory with its files
 * @param line the schedule that it failed
 */
record LastFailed(Path sources, String line) {
    private static final String LINE = "failed.txt";

    /** Beside what else the launcher makes, in the kit; git ignores it. */
    private static Path place() {
        return KitHome.path()
                .resolve(KitHome.isStudents() ? IssuedKit.BUILT : "grader/target")
                .resolve("last-failed");
    }

    /** Keeps it instead of the one before. A kit that cannot be written keeps none: the test's result does not depend on it. */
    static void save(Submission submission, ReplayLine line) {
        try {
            Path place = place();
            FileUtils.deleteDirectory(place.toFile());
            Files.createDirectories(place);
            for (SourceFile file : submission.files()) {
                Files.writeString(place.resolve(file.name()), file.text());
            }
            Files.writeString(place.resolve(LINE), line.toString());
        } catch (IOException | WrongUseException notKept) {
            // nothing to compare with later, which diff says
        }
    }

    /** @throws WrongUseException if there is none */
    static LastFailed read() throws IOException {
        Path place = place();
        if (!Files.exists(place.resolve(LINE))) {
            throw new WrongUseException(
                    "there is no failed run to compare with: run ./kvlab test first, which keeps the"
                            + " code that failed; or name the former code with --before, or two schedules");
        }
        return new LastFailed(place, Files.readString(place.resolve(LINE)));
    }
}
