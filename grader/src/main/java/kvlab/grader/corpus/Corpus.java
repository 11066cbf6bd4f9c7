package kvlab.grader.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.SourceFile;

/**
 * The corpus on disk: {@code correct/<name>} and {@code wrong/<name>}, each with one or more of {@code KvServer.java},
 * {@code Clerk.java} and {@code StudentRaft.java}. One of these begins with a {@link Header}.
 */
public final class Corpus {

    /** Where it is, from the top of the kit. */
    public static final String PLACE = "grader/src/test/corpus";

    private static final String SOLUTION = "solution";

    private final Path home;

    /** @param home the top of the kit */
    public Corpus(Path home) {
        this.home = home;
    }

    /** Whether this kit has it: that of students has not. */
    public boolean exists() {
        return Files.isDirectory(home.resolve(PLACE));
    }

    /**
     * All entries that are right, the model answer last.
     *
     * @throws MalformedEntryException if one of them cannot be understood
     */
    public List<CorpusEntry> correct() {
        return Stream.concat(shelf("correct", CorpusEntry.Kind.CORRECT).stream(), Stream.of(solution()))
                .toList();
    }

    /**
     * All entries that are wrong, by name.
     *
     * @throws MalformedEntryException if one of them cannot be understood
     */
    public List<CorpusEntry> wrong() {
        return shelf("wrong", CorpusEntry.Kind.WRONG);
    }

    /** The model answer. */
    public CorpusEntry solution() {
        List<SourceFile> files = modelAnswer();
        List<LabFile> own = files.stream()
                .flatMap(file -> LabFile.named(file.name()).stream())
                .toList();
        return new CorpusEntry(
                CorpusEntry.Kind.CORRECT,
                SOLUTION,
                SOLUTION,
                List.of(),
                "the model answer",
                files,
                files.stream().map(SourceFile::name).toList(),
                LabFile.suitesTrying(own),
                List.of(),
                false);
    }

    /**
     * The entry of a name.
     *
     * @param shelf the directory that it is in: {@code correct}, say
     * @throws MalformedEntryException if it cannot be understood
     */
    public CorpusEntry entry(String shelf, String name) {
        return read(PLACE + "/" + shelf + "/" + name, name);
    }

    private List<CorpusEntry> shelf(String shelf, CorpusEntry.Kind kind) {
        List<CorpusEntry> entries = new ArrayList<>();
        for (Path directory : list(home.resolve(PLACE).resolve(shelf))) {
            if (Files.isDirectory(directory)) {
                CorpusEntry entry = entry(shelf, directory.getFileName().toString());
                if (entry.kind() != kind) {
                    throw new MalformedEntryException(
                            entry.place(), "what is here begins with \"// " + beginning(kind) + ": \"");
                }
                entries.add(entry);
            }
        }
        return entries;
    }

    private static String beginning(CorpusEntry.Kind kind) {
        return kind == CorpusEntry.Kind.CORRECT ? "Correct" : "bug";
    }

    private CorpusEntry read(String place, String name) {
        Map<LabFile, String> own = new LinkedHashMap<>();
        for (Path file : list(home.resolve(place))) {
            String fileName = file.getFileName().toString();
            if (fileName.endsWith(".java")) {
                LabFile labFile = LabFile.named(fileName)
                        .orElseThrow(() -> new MalformedEntryException(
                                place + "/" + fileName,
                                "an entry consists of KvServer.java, Clerk.java and StudentRaft.java, as far as it has"
                                        + " its own"));
                own.put(labFile, text(file));
            }
        }
        List<String> suites = LabFile.suitesTrying(own.keySet());
        Header header = header(place, own, suites);
        requireExpectations(place, header);
        return new CorpusEntry(
                header.kind(),
                name,
                place,
                header.bugs(),
                header.description(),
                filledIn(own),
                own.keySet().stream().map(LabFile::fileName).toList(),
                tried(header, own.keySet(), suites),
                header.expectations(),
                header.runsApart());
    }

    /** A wrong Raft is for the suite that is about Raft: what it does to a store on top of it tells nothing more. */
    private static List<String> tried(Header header, Set<LabFile> own, List<String> suites) {
        if (header.onlyCore()) {
            return List.of("core");
        }
        boolean wrongRaft = header.kind() == CorpusEntry.Kind.WRONG && own.equals(Set.of(LabFile.STUDENT_RAFT));
        return wrongRaft ? List.of("raft") : suites;
    }

    private static Header header(String place, Map<LabFile, String> own, List<String> suites) {
        Optional<Header> found = Optional.empty();
        for (Map.Entry<LabFile, String> file : own.entrySet()) {
            String where = place + "/" + file.getKey().fileName();
            Optional<Header> header = Header.read(where, file.getValue(), suites);
            if (header.isPresent() && found.isPresent()) {
                throw new MalformedEntryException(
                        where + ":1", "another file of this entry has a header already: say it all in one of them");
            }
            found = found.or(() -> header);
        }
        return found.orElseThrow(() -> new MalformedEntryException(
                place, "no file here begins with a header, such as \"// bug S04: what is wrong\""));
    }

    private static void requireExpectations(String place, Header header) {
        boolean refused = header.expectations().stream().anyMatch(Expectation.Refused.class::isInstance);
        if (header.kind() == CorpusEntry.Kind.WRONG && header.expectations().isEmpty()) {
            throw new MalformedEntryException(
                    place,
                    "its header does not say what must come of it: add \"// caught by core 4: part of the message\"");
        }
        if (refused && !header.expectations().stream().allMatch(Expectation.Refused.class::isInstance)) {
            throw new MalformedEntryException(
                    place, "what is refused before the first test cannot be caught or reported by one");
        }
    }

    private List<SourceFile> filledIn(Map<LabFile, String> own) {
        List<SourceFile> files = new ArrayList<>();
        own.forEach((file, text) -> files.add(new SourceFile(file.fileName(), text)));
        modelAnswer().stream()
                .filter(file -> LabFile.named(file.name())
                        .filter(missing -> missing != LabFile.STUDENT_RAFT && !own.containsKey(missing))
                        .isPresent())
                .forEach(files::add);
        return files;
    }

    private List<SourceFile> modelAnswer() {
        return new Intake()
                .read(home.resolve(SOLUTION))
                .orThrow(line -> new MalformedEntryException(SOLUTION, line))
                .files();
    }

    private static List<Path> list(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (CharacterCodingException e) {
            throw new MalformedEntryException(file.toString(), "this file is not UTF-8: save it so");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
