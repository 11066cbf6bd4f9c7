package kvlab.grader.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kvlab.grader.grade.result.OwnerOnlyFiles;
import kvlab.grader.grade.result.SubmissionResult;

/**
 * A directory with a generated file for each submission. Stale generated files are deleted; files of other origin are
 * left alone.
 *
 * @param ending the suffix of the file names
 * @param mark text that identifies the generated file of the submission of this name
 */
public record FilePerSubmission(Path directory, String ending, UnaryOperator<String> mark) {

    /**
     * Writes a file for each result and deletes the generated files of other submissions, and of those whose file
     * cannot be made.
     *
     * @param rendering gives a text that has the mark
     */
    public void write(
            List<SubmissionResult> results, Function<SubmissionResult, String> rendering, GuardedReports reports)
            throws IOException {
        OwnerOnlyFiles.createDirectories(directory);
        Set<Path> written = new HashSet<>();
        for (SubmissionResult result : results) {
            String name = directory.getFileName() + "/" + result.submission() + ending;
            reports.make(name, result.submission(), () -> {
                Path file = file(result.submission());
                // Unpaired surrogates, which UTF-8 cannot encode, become question marks.
                byte[] text = rendering.apply(result).getBytes(StandardCharsets.UTF_8);
                OwnerOnlyFiles.write(file, text);
                written.add(file);
            });
        }
        deleteOthers(written);
    }

    /** @throws IllegalArgumentException if the submission's name is not valid as a file name */
    private Path file(String submission) {
        Path file = directory.resolve(submission + ending);
        if (submission.isEmpty()
                || !directory.normalize().equals(file.normalize().getParent())) {
            throw new IllegalArgumentException(
                    "\"" + submission + "\" cannot be the name of a file: grade that submission again");
        }
        return file;
    }

    private void deleteOthers(Set<Path> written) throws IOException {
        List<Path> others;
        try (Stream<Path> files = Files.list(directory)) {
            others = files.filter(file -> file.toString().endsWith(ending) && !written.contains(file))
                    .filter(Files::isRegularFile)
                    .toList();
        }
        for (Path file : others) {
            String name = file.getFileName().toString();
            String submission = name.substring(0, name.length() - ending.length());
            if (new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(mark.apply(submission))) {
                Files.delete(file);
            }
        }
    }
}
