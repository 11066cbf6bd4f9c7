package kvlab.postmortem;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.explain.Explainer;
import kvlab.explain.Explanation;
import kvlab.explain.Failure;
import kvlab.reduction.Element;
import kvlab.reduction.Elements;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.RecordedRun;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.shrink.Budget;
import kvlab.shrink.Shrinker;
import kvlab.shrink.Shrunk;

/**
 * What a failed schedule was found to have failed by.
 *
 * @param line replays the schedule that is explained: the failed one, or a smaller one that fails in the same way
 * @param shrunk how it was made smaller, if it was
 * @param run its run with a record
 * @param explanation of that run
 */
public record Postmortem(ReplayLine line, Optional<Shrunk> shrunk, RecordedRun run, Explanation explanation) {
    private static final int DECISIVE_SHOWN = 4;

    /** A failure that could not be looked into, with the reason. */
    public static final class NotExplained extends Exception {
        private static final long serialVersionUID = 1;

        private NotExplained(Diagnostic why) {
            super(why.message());
        }
    }

    /** The same for the schedule of a seed. */
    public static Postmortem of(LoadedSubmission submission, TestCase test, long seed, Verdict.Failed failed)
            throws NotExplained {
        return of(submission, test, ReplayLine.of(test, seed), failed);
    }

    /**
     * Looks into the schedule of a line. Prefers a smaller schedule if there is much less to read, and the one that shows the
     * cause if the other does not.
     *
     * @param failed its verdict
     * @throws NotExplained if the schedule ends otherwise when it is run again, or by a fault of the kit
     */
    public static Postmortem of(LoadedSubmission submission, TestCase test, ReplayLine given, Verdict.Failed failed)
            throws NotExplained {
        try {
            Optional<Shrunk> shrunk = new Shrinker(submission, test, given.seed(), Budget.of(test))
                    .shrink(given.reduction())
                    .filter(result -> !result.reduction().isNone());
            if (shrunk.filter(Postmortem::isMuchLess).isEmpty()) {
                Postmortem whole = of(submission, test, given, Optional.empty(), failed);
                return shrunk.isEmpty() || whole.isSolved() ? whole : ofSmaller(submission, test, shrunk.get(), given);
            }
            Postmortem smaller = ofSmaller(submission, test, shrunk.get(), given);
            if (smaller.isSolved()) {
                return smaller;
            }
            Postmortem whole = of(submission, test, given, Optional.empty(), failed);
            return whole.isSolved() ? whole : smaller;
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(e);
        }
    }

    private static Postmortem ofSmaller(LoadedSubmission submission, TestCase test, Shrunk shrunk, ReplayLine given)
            throws NotExplained {
        return of(
                submission,
                test,
                shrunk.line(test, given.seed()),
                Optional.of(shrunk),
                shrunk.after().verdict());
    }

    private boolean isSolved() {
        return explanation.cause().isPresent();
    }

    /** Looks into the schedule of a line as it is. */
    public static Postmortem ofWhole(
            LoadedSubmission submission, TestCase test, ReplayLine given, Verdict.Failed failed) throws NotExplained {
        try {
            return of(submission, test, given, Optional.empty(), failed);
        } catch (RuntimeException | StackOverflowError e) {
            throw failed(e);
        }
    }

    /** Whether there is less to read: another schedule than the one that failed takes some getting used to. */
    private static boolean isMuchLess(Shrunk result) {
        return result.after().events() * 10 <= result.before().events() * 9
                || result.after().faults() < result.before().faults()
                || result.after().calls() < result.before().calls();
    }

    private static NotExplained failed(Throwable thrown) {
        return new NotExplained(Diagnostic.of("explain.failed").with("exception", thrown));
    }

    private static Postmortem of(
            LoadedSubmission submission, TestCase test, ReplayLine line, Optional<Shrunk> shrunk, Verdict expected)
            throws NotExplained {
        RecordedRun run = submission.record(test, line.seed(), new Elements(line.reduction()));
        if (!run.verdict().diagnostic().equals(expected.diagnostic())) {
            throw new NotExplained(Diagnostic.of("explain.other-verdict")
                    .with("verdict", run.verdict().message()));
        }
        Explanation explanation =
                Explainer.explain(new Failure(run.verdict().diagnostic(), run.recording(), run.history()));
        return new Postmortem(line, shrunk, run, explanation);
    }

    /**
     * The story, in lines.
     *
     * @param command what {@code ./kvlab test} is called as, with the submission's path
     */
    public String text(String command) {
        return text(Optional.of(command));
    }

    /** The same without the line that replays the smaller schedule, which names the seed: not everybody may know that. */
    public String text() {
        return text(Optional.empty());
    }

    private String text(Optional<String> command) {
        return shrunk.map(result -> smaller(result, command)).orElse("") + explanation.text() + decisive();
    }

    private String smaller(Shrunk result, Optional<String> command) {
        return Diagnostic.of("explain.smaller")
                        .with("events", result.after().events())
                        .with("of", result.before().events())
                        .message()
                + "\n"
                + command.map(test -> "  replay: " + line.command(test) + "\n").orElse("")
                + (result.after()
                                .verdict()
                                .diagnostic()
                                .equals(result.before().verdict().diagnostic())
                        ? ""
                        : "  " + run.verdict().message() + "\n");
    }

    /** The counterfactual: what the failure would not have happened without. */
    private String decisive() {
        List<Element> faults = shrunk.map(Shrunk::decisive).orElse(List.of());
        if (faults.isEmpty() || faults.size() > DECISIVE_SHOWN) {
            return "";
        }
        return Diagnostic.of("explain.decisive-faults")
                        .with("faults", faults.stream().map(Element::toString).collect(Collectors.joining("; ")))
                        .message()
                + "\n";
    }
}
