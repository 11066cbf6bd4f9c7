package kvlab.grader.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.Submission;
import kvlab.schedule.ReplayLine;

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
                .resolve(KitHome.isStudents() ? ".kvlab" : "grader/target")
                .resolve("last-failed");
    }

    /** Keeps it instead of the one before. A kit that cannot be written keeps none: the test's result does not depend on it. */
    static void save(Submission submission, ReplayLine line) {
        try {
            Path place = place();
            delete(place);
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

    private static void delete(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> files = Files.walk(directory)) {
                List<Path> deepestFirst =
                        files.sorted(Comparator.reverseOrder()).toList();
                for (Path file : deepestFirst) {
                    Files.delete(file);
                }
            }
        }
    }
}
