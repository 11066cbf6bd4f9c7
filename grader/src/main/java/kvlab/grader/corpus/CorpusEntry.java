package kvlab.grader.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.grader.intake.SourceFile;

/**
 * A submission with a known outcome.
 *
 * @param kind whether it is correct
 * @param name its design, or its bug
 * @param place the path of its diff or directory, relative to the kit's home
 * @param bugs ids of the bugs that it has, such as {@code S04}; empty for a bug without an id. A correct one may have what is
 *     a bug in another lab
 * @param description what it does, or does wrong
 * @param files the submission, without the header: its own files, and the others that its suites need
 * @param own names of its own files
 * @param suites names of the suites that test its own files
 * @param expectations the outcomes required of a wrong one; a correct one passes all tests of its suites
 * @param runsApart whether it may not terminate, so that it needs a process that can be killed
 */
public record CorpusEntry(
        Kind kind,
        String name,
        String place,
        List<String> bugs,
        String description,
        List<SourceFile> files,
        List<String> own,
        List<String> suites,
        List<Expectation> expectations,
        boolean runsApart) {

    /** Whether a submission is correct. */
    public enum Kind {
        CORRECT,
        WRONG
    }

    public CorpusEntry {
        bugs = List.copyOf(bugs);
        files = List.copyOf(files);
        own = List.copyOf(own);
        suites = List.copyOf(suites);
        expectations = List.copyOf(expectations);
    }

    public boolean isCorrect() {
        return kind == Kind.CORRECT;
    }

    /** Whether this is its name, the id of one of its bugs, or a suffix of its place. */
    public boolean isCalled(String called) {
        return name.equals(called)
                || bugs.contains(called)
                || called.contains("/") && withoutSuffix(place).endsWith(withoutSuffix(called));
    }

    private static String withoutSuffix(String path) {
        return path.replaceFirst("(\\.diff|/+)$", "");
    }

    /** The text of one of its files; empty if it has no file of that name. */
    public Optional<String> source(String fileName) {
        return files.stream()
                .filter(file -> file.name().equals(fileName))
                .map(SourceFile::text)
                .findFirst();
    }

    /** Writes the submission to an existing directory. */
    public void extract(Path directory) throws IOException {
        for (SourceFile file : files) {
            Files.writeString(directory.resolve(file.name()), file.text());
        }
    }

    @Override
    public String toString() {
        return place;
    }
}
