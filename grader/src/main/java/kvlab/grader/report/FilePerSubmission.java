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
import kvlab.grader.grade.result.SubmissionResult;

/**
 * A directory with a generated file for each submission. Whoever looks into it must not find one that says what is no longer
 * true, nor miss what somebody has put there.
 *
 * @param ending of the files' names
 * @param mark what stands in the generated file about the submission of this name, and in nobody's own of that name
 */
public record FilePerSubmission(Path directory, String ending, UnaryOperator<String> mark) {

    /**
     * Writes a file about each result and removes those about others.
     *
     * @param rendering gives a text that has the mark
     * @throws IllegalArgumentException if a submission's name is not fit to be a file's
     */
    public void write(List<SubmissionResult> results, Function<SubmissionResult, String> rendering) throws IOException {
        Files.createDirectories(directory);
        Set<Path> written = new HashSet<>();
        for (SubmissionResult result : results) {
            written.add(file(result.submission()));
        }
        deleteOthers(written);
        for (SubmissionResult result : results) {
            // What cannot be written in UTF-8, half a character, becomes a question mark.
            byte[] text = rendering.apply(result).getBytes(StandardCharsets.UTF_8);
            Files.write(file(result.submission()), text);
        }
    }

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
