package kvlab.grader.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** The corpus, each expected test up to its first catch, from the start of the script to its end. */
public final class WholeCorpus implements Measurement {
    private static final Duration TARGET = Duration.ofMinutes(1);

    private final Path script;

    public WholeCorpus(Path script) {
        this.script = script;
    }

    @Override
    public String what() {
        return "the corpus of wrong and correct submissions";
    }

    @Override
    public List<Figure> take() throws IOException, InterruptedException {
        Duration time =
                MeasuredProcess.run(List.of(script.toString(), "corpus")).time();
        String seconds = String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1e3);
        return List.of(new Figure(what(), "./kvlab corpus", seconds, "under 60 s", time.compareTo(TARGET) < 0));
    }
}
