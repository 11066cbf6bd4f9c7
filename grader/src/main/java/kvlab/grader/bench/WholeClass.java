package kvlab.grader.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import kvlab.grader.execute.sandbox.WorkingDirectory;

/**
 * Measures grading a class of 300 by the core lab's policy. Of every five submissions, four are correct, of different
 * designs, and one has a bug of the corpus, such as an endless loop. All are distinct.
 */
public final class WholeClass implements Measurement {

    private static final String SERVER = "KvServer.java";
    private static final int STUDENTS = 300;
    private static final int ONE_WRONG_OF = 5;
    private static final Duration TARGET = Duration.ofMinutes(4);
    private static final long TARGET_BYTES = 1L << 30;

    private final Path home;
    private final Corpus corpus;

    public WholeClass(Path home) {
        this.home = home;
        this.corpus = new Corpus(home);
    }

    @Override
    public String what() {
        return "a class of " + STUDENTS + ", nine tests with 100 schedules each";
    }

    @Override
    public List<Figure> take() throws IOException, InterruptedException {
        try (WorkingDirectory scratch = WorkingDirectory.create()) {
            handIn(scratch.path());
            List<String> arguments = List.of("grade", scratch.path().toString());
            return new ScriptRun(
                            home, what(), "./kvlab bench class", arguments, 1, TARGET, OptionalLong.of(TARGET_BYTES))
                    .take();
        }
    }

    private void handIn(Path directory) throws IOException {
        List<CorpusEntry> right = ofServersAlone(corpus.correct());
        List<CorpusEntry> wrong = ofServersAlone(corpus.wrong());
        for (int student = 0; student < STUDENTS; student++) {
            int turn = student / ONE_WRONG_OF;
            CorpusEntry entry = student % ONE_WRONG_OF == 0
                    ? wrong.get(turn % wrong.size())
                    : right.get((turn + student) % right.size());
            Path submission =
                    Files.createDirectories(directory.resolve(String.format(Locale.ROOT, "student%03d", student)));
            Files.writeString(
                    submission.resolve(SERVER), entry.source(SERVER).orElseThrow() + "// by student " + student + "\n");
        }
    }

    /** The entries for the core lab. */
    private static List<CorpusEntry> ofServersAlone(List<CorpusEntry> entries) {
        return entries.stream()
                .filter(entry -> entry.own().contains(SERVER) && entry.suites().contains("core"))
                .toList();
    }
}
