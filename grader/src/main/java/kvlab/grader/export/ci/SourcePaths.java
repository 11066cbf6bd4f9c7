package kvlab.grader.export.ci;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.grade.result.SubmissionResult;

/** Finds sources in the directory of a submission, where a name is unique. */
final class SourcePaths {

    private static final int MAX_DEPTH = 12;
    private static final int MAX_LOOKED_AT = 20_000;

    private SourcePaths() {}

    /** The path from the submission's directory; the name alone if there is no such file, or several. */
    static String of(SubmissionResult result, String name) {
        Path directory = Path.of(result.path());
        if (!Files.isDirectory(directory)) {
            return name;
        }
        try (Stream<Path> files = Files.walk(directory, MAX_DEPTH)) {
            List<Path> found = files.limit(MAX_LOOKED_AT)
                    .filter(file -> file.endsWith(name) && Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                    .toList();
            return found.size() == 1 ? directory.relativize(found.get(0)).toString() : name;
        } catch (IOException | RuntimeException unreadable) {
            return name;
        }
    }
}
