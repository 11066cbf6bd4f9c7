package kvlab.grader.corpus.mutants;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import kvlab.grader.corpus.mutants.MutantChild.Kind;
import kvlab.submission.Part;

/**
 * The results of a run in plain text: the score of each part, and records that are not true. Survivors are printed while
 * the run goes on.
 */
public final class MutationTable {

    /** The share of mutants, in percent, that the tests must catch. */
    public static final int TARGET = 95;

    private final List<MutationResult> results;
    private final List<String> stale;
    private final MutationRun.Share share;
    private final int schedules;

    /**
     * @param stale a line for each record that fits no mutant
     * @param share which changes were made
     * @param schedules how many of each test were run
     */
    MutationTable(List<MutationResult> results, List<String> stale, MutationRun.Share share, int schedules) {
        this.results = List.copyOf(results);
        this.stale = List.copyOf(stale);
        this.share = share;
        this.schedules = schedules;
    }

    /** Whether the tests catch enough of each part's mutants, and the records of the others are true. */
    public boolean isAsExpected() {
        return stale.isEmpty()
                && results.stream().noneMatch(MutationResult::refutesItsRecord)
                && parts().stream().allMatch(part -> score(part) >= TARGET);
    }

    /** Renders everything. */
    public String render() {
        List<String> lines = new ArrayList<>();
        lines.add(row("part", "mutants", "caught", "equivalent", "survived", "score"));
        for (Part part : parts()) {
            lines.add(row(
                    part.name(),
                    count(part) + equivalent(part) + "",
                    caught(part) + "",
                    equivalent(part) + "",
                    count(part) - caught(part) + "",
                    String.format(Locale.ROOT, "%.1f %%", score(part))));
        }
        lines.add("");
        lines.add("Within " + schedules + " schedules of each test. Equivalent ones do not count, nor do " + refused()
                + " that a rule refuses before the first test. "
                + remarked()
                + " are caught by a remark alone. Of the changes to the model answer and the corpus's own Raft "
                + inWords(share.models()) + " made, of those to other designs " + inWords(share.others()) + ".");
        List<MutationResult> refuted =
                results.stream().filter(MutationResult::refutesItsRecord).toList();
        if (!refuted.isEmpty()) {
            lines.add("");
            lines.add("Caught, though " + Equivalents.PLACE + " says that nobody can tell them from the design:");
        }
        refuted.forEach(each -> lines.addAll(List.of("", each.rendered())));
        if (!stale.isEmpty()) {
            lines.add("");
            lines.add("Records that fit no mutant any more:");
            lines.addAll(stale);
        }
        return String.join("\n", lines) + "\n";
    }

    private static String inWords(int every) {
        return every == 1 ? "all were" : "one in " + every + " was";
    }

    private List<Part> parts() {
        return results.stream().map(MutationResult::part).distinct().sorted().toList();
    }

    private long count(Part part) {
        return results.stream()
                .filter(each -> each.part() == part && each.counts())
                .count();
    }

    private long equivalent(Part part) {
        return results.stream()
                .filter(each -> each.part() == part && each.equivalent().isPresent())
                .count();
    }

    private long caught(Part part) {
        return results.stream()
                .filter(each -> each.part() == part && each.counts() && each.isCaught())
                .count();
    }

    private double score(Part part) {
        return count(part) == 0 ? 100 : 100.0 * caught(part) / count(part);
    }

    private long refused() {
        return results.stream()
                .filter(each -> each.outcome().kind() == Kind.REFUSED)
                .count();
    }

    private long remarked() {
        return results.stream()
                .filter(each -> each.counts() && each.outcome().kind() == Kind.REMARKED)
                .count();
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "%-8s%10s%10s%12s%10s%10s", (Object[]) cells)
                .stripTrailing();
    }
}
