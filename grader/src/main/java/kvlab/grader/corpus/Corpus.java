package kvlab.grader.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.SourceFile;

/**
 * The corpus on disk. An entry is {@code wrong/<name>.diff} or {@code correct/<name>.diff}, see {@link EntryDiff}, or,
 * for a different design, a directory of that name with whole files. {@code base} contains further correct entries, as
 * whole files: the bases of the diffs. Each entry has a {@link Header}, which is not part of the submission.
 */
public final class Corpus {

    /** The path of the corpus, relative to the kit's home. */
    public static final String PLACE = "grader/src/test/corpus";

    /** The name and path of the model answer, which is a correct entry. */
    public static final String SOLUTION = "solution";

    private static final String DIFF = ".diff";

    private final Path home;

    /** @param home the top of the kit */
    public Corpus(Path home) {
        this.home = home;
    }

    /** Whether this kit contains the corpus; the students' kit does not. */
    public boolean exists() {
        return Files.isDirectory(home.resolve(PLACE));
    }

    /**
     * All correct entries by name, those of {@code base} included, the model answer last.
     *
     * @throws MalformedEntryException if one of them cannot be understood
     */
    public List<CorpusEntry> correct() {
        Stream<CorpusEntry> entries = Stream.of("base", "correct")
                .flatMap(shelf -> shelf(shelf, CorpusEntry.Kind.CORRECT))
                .sorted(Comparator.comparing(CorpusEntry::name));
        return Stream.concat(entries, Stream.of(solution())).toList();
    }

    /**
     * All wrong entries by name.
     *
     * @throws MalformedEntryException if one of them cannot be understood
     */
    public List<CorpusEntry> wrong() {
        return shelf("wrong", CorpusEntry.Kind.WRONG).toList();
    }

    /** The model answer. */
    public CorpusEntry solution() {
        List<SourceFile> files = new Intake()
                .read(home.resolve(SOLUTION))
                .orThrow(line -> new MalformedEntryException(SOLUTION, line))
                .files();
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
                LabFile.suitesTesting(own),
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
        String place = PLACE + "/" + shelf + "/" + name;
        return Files.exists(home.resolve(place + DIFF)) ? fromDiff(place + DIFF, name) : fromDirectory(place, name);
    }

    private Stream<CorpusEntry> shelf(String shelf, CorpusEntry.Kind kind) {
        Set<String> names = new TreeSet<>();
        for (Path path : list(home.resolve(PLACE).resolve(shelf))) {
            String name = path.getFileName().toString();
            boolean directory = Files.isDirectory(path);
            if (!directory && !name.endsWith(DIFF)) {
                throw new MalformedEntryException(
                        PLACE + "/" + shelf + "/" + name, "an entry is a file NAME.diff, or a directory");
            }
            if (!names.add(directory ? name : name.substring(0, name.length() - DIFF.length()))) {
                throw new MalformedEntryException(
                        PLACE + "/" + shelf + "/" + name, "this entry is a directory as well");
            }
        }
        return names.stream().map(name -> {
            CorpusEntry entry = entry(shelf, name);
            if (entry.kind() != kind) {
                throw new MalformedEntryException(
                        entry.place(), "an entry in this directory begins with \"// " + beginning(kind) + ": \"");
            }
            return entry;
        });
    }

    private static String beginning(CorpusEntry.Kind kind) {
        return kind == CorpusEntry.Kind.CORRECT ? "Correct" : "bug";
    }

    private CorpusEntry fromDiff(String place, String name) {
        String text = text(home.resolve(place));
        Map<LabFile, String> own = new EntryDiff(place, this::file)
                .apply(Header.strip(text).lines().toList());
        Optional<Header> header = Header.read(place, text, LabFile.suitesTesting(own.keySet()));
        return entry(place, name, header, own);
    }

    private CorpusEntry fromDirectory(String place, String name) {
        Map<LabFile, String> own = new LinkedHashMap<>();
        for (Path file : list(home.resolve(place))) {
            String fileName = file.getFileName().toString();
            if (fileName.endsWith(".java")) {
                LabFile labFile = LabFile.named(fileName)
                        .orElseThrow(() -> new MalformedEntryException(place + "/" + fileName, LabFile.NO_OTHERS));
                own.put(labFile, text(file));
            }
        }
        Optional<Header> found = Optional.empty();
        for (Map.Entry<LabFile, String> file : own.entrySet()) {
            String where = place + "/" + file.getKey().fileName();
            Optional<Header> header = Header.read(where, file.getValue(), LabFile.suitesTesting(own.keySet()));
            if (header.isPresent() && found.isPresent()) {
                throw new MalformedEntryException(
                        where + ":1", "another file of this entry has a header already: say it all in one of them");
            }
            found = found.or(() -> header);
        }
        return entry(place, name, found, own);
    }

    private CorpusEntry entry(String place, String name, Optional<Header> found, Map<LabFile, String> own) {
        Header header = found.orElseThrow(() -> new MalformedEntryException(
                place, "it does not begin with a header, such as \"// bug S04: what is wrong\""));
        requireExpectations(place, header);
        List<String> suites = suites(header, own.keySet());
        return new CorpusEntry(
                header.kind(),
                name,
                place,
                header.bugs(),
                header.description(),
                submission(own, suites),
                own.keySet().stream().map(LabFile::fileName).toList(),
                suites,
                header.expectations(),
                header.runsApart());
    }

    private static void requireExpectations(String place, Header header) {
        boolean refused = header.expectations().stream().anyMatch(Expectation.Refused.class::isInstance);
        if (header.kind() == CorpusEntry.Kind.WRONG && header.expectations().isEmpty()) {
            throw new MalformedEntryException(
                    place,
                    "its header does not say which test must catch it: add \"// caught by core 4: part of the message\"");
        }
        if (refused && !header.expectations().stream().allMatch(Expectation.Refused.class::isInstance)) {
            throw new MalformedEntryException(
                    place, "what is refused before the first test cannot be caught or reported by one");
        }
    }

    /** A wrong Raft is tested by the Raft suite only: a store on top of it would reveal nothing more. */
    private static List<String> suites(Header header, Set<LabFile> own) {
        if (header.onlyCore()) {
            return List.of("core");
        }
        boolean wrongRaft = header.kind() == CorpusEntry.Kind.WRONG && own.equals(Set.of(LabFile.STUDENT_RAFT));
        return wrongRaft ? List.of("raft") : LabFile.suitesTesting(own);
    }

    /** The entry's own files, and the others that its suites need. */
    private List<SourceFile> submission(Map<LabFile, String> own, List<String> suites) {
        List<SourceFile> files = new ArrayList<>();
        own.forEach((file, text) -> files.add(new SourceFile(file.fileName(), Header.strip(text))));
        for (LabFile needed : LabFile.neededBy(suites)) {
            if (!own.containsKey(needed)) {
                String text = file(needed.standIn())
                        .orElseThrow(() -> new MalformedEntryException(PLACE, "there is no " + needed.standIn()));
                files.add(new SourceFile(needed.fileName(), Header.strip(text)));
            }
        }
        return files;
    }

    private Optional<String> file(String path) {
        Path file = home.resolve(PLACE).resolve(path);
        return Files.exists(file) ? Optional.of(text(file)) : Optional.empty();
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
