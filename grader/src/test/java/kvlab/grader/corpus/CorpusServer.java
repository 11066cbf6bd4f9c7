package kvlab.grader.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kvlab.cluster.Participants;
import kvlab.grader.compile.Compilation;
import kvlab.grader.compile.SubmissionClassLoader;
import kvlab.grader.compile.SubmissionCompiler;
import kvlab.grader.source.SourceFile;
import kvlab.submission.Part;
import kvlab.submission.Submission;
import kvlab.submission.SubmissionRefused;

/**
 * A {@code KvServer.java} of which is known whether it is right. That of a wrong one begins with lines like {@code //
 * caught by 4: answered SUCCESS} for each test that must find it out, with a part of the message that says why; or with
 * one like {@code // refused: ...} if it must not get as far as a test.
 *
 * @param name the name of its directory: its design, or its bug
 */
record CorpusServer(String name, String source) {
    /** From where Surefire runs the tests: the module's directory. */
    private static final Path CORPUS = Path.of("src", "test", "corpus");

    private static final Pattern CAUGHT = Pattern.compile("^// caught by core (\\d): (.+)$", Pattern.MULTILINE);
    private static final Pattern REFUSED = Pattern.compile("^// refused: (.+)$", Pattern.MULTILINE);

    /** The model answer. */
    static CorpusServer solution() {
        return at(Path.of("..", "solution", "src", "main", "java", "lab"), "solution");
    }

    /** What students begin with. */
    static CorpusServer skeleton() {
        return at(Path.of("..", "skeleton", "src", "main", "java", "lab"), "skeleton");
    }

    /** The model answer and all other servers that are right. */
    static List<CorpusServer> correct() {
        return Stream.concat(Stream.of(solution()), in("correct").stream()).toList();
    }

    /** All servers that are wrong. */
    static List<CorpusServer> wrong() {
        return in("wrong");
    }

    /** A server of the corpus, by its kind and name: {@code correct/polls}. */
    static CorpusServer of(String kind, String name) {
        return at(CORPUS.resolve(kind).resolve(name), name);
    }

    private static List<CorpusServer> in(String kind) {
        try (Stream<Path> directories = Files.list(CORPUS.resolve(kind))) {
            return directories
                    .map(directory -> at(directory, directory.getFileName().toString()))
                    .sorted((one, other) -> one.name().compareTo(other.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static CorpusServer at(Path directory, String name) {
        try {
            return new CorpusServer(name, Files.readString(directory.resolve("KvServer.java")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For each test that must catch this server, a part of the reason that it must give. */
    Map<Integer, String> caughtBy() {
        Map<Integer, String> reasons = new TreeMap<>();
        Matcher line = CAUGHT.matcher(source);
        while (line.find()) {
            reasons.put(Integer.valueOf(line.group(1)), line.group(2));
        }
        return reasons;
    }

    /** Parts of the reasons for which this server must not be run at all; empty if it may run. */
    List<String> refusals() {
        return REFUSED.matcher(source).results().map(line -> line.group(1)).toList();
    }

    /** Whether it keeps a processor busy for ever, so that it is better run in a process of its own. */
    boolean spins() {
        return source.contains("\n// run apart: ");
    }

    /**
     * Builds servers of this kind, from classes that are loaded anew.
     *
     * @throws SubmissionRefused if it breaks a rule that is checked before the first test
     */
    Participants load() {
        return Participants.of(Submission.load(new SubmissionClassLoader(classes()), Set.of(Part.SERVER)));
    }

    private Map<String, byte[]> classes() {
        Compilation compilation = new SubmissionCompiler().compile(List.of(new SourceFile("KvServer.java", source)));
        if (compilation instanceof Compilation.Rejected rejected) {
            throw new IllegalArgumentException("corpus server " + name + " " + rejected.message());
        }
        return ((Compilation.Compiled) compilation).classes();
    }

    @Override
    public String toString() {
        return name;
    }
}
