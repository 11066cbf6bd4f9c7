package kvlab.grader.cli;

import java.io.PrintStream;
import java.time.Duration;
import java.util.function.Consumer;
import kvlab.grader.grade.Batch;
import kvlab.grader.report.ResultWords;

/** Shows how far a batch is, and how long it will still take. */
final class GradeProgress implements Consumer<Batch.Step> {

    private final ProgressLine line;
    private final int all;
    private final long start = System.nanoTime();
    private int ended;
    private int graded;

    /** @param all number of submissions */
    GradeProgress(PrintStream out, int all) {
        this.line = new ProgressLine(out);
        this.all = all;
        line.show("graded 0 of " + all);
    }

    @Override
    public void accept(Batch.Step step) {
        ended++;
        graded += step.graded() ? 1 : 0;
        String toGo = TimeToGo.inWords(Duration.ofNanos(System.nanoTime() - start), graded, all - ended)
                .map(time -> ", " + time)
                .orElse("");
        line.show("graded " + ended + " of " + all + toGo + "; last "
                + step.result().submission() + ": " + ResultWords.score(step.result()));
    }

    void end() {
        line.clear();
    }
}
