package kvlab.schedule;

import kvlab.diagnostic.Diagnostic;
import kvlab.explain.Explainer;
import kvlab.explain.Explanation;
import kvlab.explain.Failure;
import kvlab.history.History;
import kvlab.record.Recording;

/** A schedule that was run once more with a record, to see how it came to its verdict. */
public record RecordedRun(Verdict verdict, Recording recording, History history) {

    /** Why it failed. */
    public Explanation explain() {
        return Explainer.explain(new Failure(verdict.diagnostic(), recording, history));
    }

    /**
     * The story of a failed schedule, in lines. It never changes the verdict: what goes wrong here is said in its place.
     *
     * @param failed the verdict of the same schedule without a record
     */
    String story(Verdict failed) {
        if (!verdict.diagnostic().equals(failed.diagnostic())) {
            return Diagnostic.of("explain.other-verdict")
                            .with("verdict", verdict.message())
                            .message()
                    + "\n";
        }
        try {
            return explain().text();
        } catch (RuntimeException | StackOverflowError e) {
            return Diagnostic.of("explain.failed").with("exception", e).message() + "\n";
        }
    }
}
