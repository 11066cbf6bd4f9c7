package kvlab.grader.intake.restricted;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;

/**
 * A submission's changes to files that students may not change, by path in the kit, in order; files outside the kit's
 * directories are listed by their path in the submission. Of each kind the first thousand are listed: results of a whole class
 * are in memory together.
 *
 * @param changed the kit's files whose contents differ
 * @param added files that are not in the kit and not allowed by the policy
 * @param deleted the kit's files that are missing
 */
public record Findings(List<String> changed, List<String> added, List<String> deleted) {

    /** No changes, or no comparison. */
    public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

    private static final int MAX_NAMED = 10;
    private static final int MAX_LISTED = 1_000;

    public Findings {
        changed = first(changed);
        added = first(added);
        deleted = first(deleted);
    }

    private static List<String> first(List<String> files) {
        return files.stream().limit(MAX_LISTED).toList();
    }

    int count() {
        return changed.size() + added.size() + deleted.size();
    }

    /** Whether only allowed files were changed. */
    public boolean isClean() {
        return changed.isEmpty() && added.isEmpty() && deleted.isEmpty();
    }

    /**
     * The reason for refusing a submission with these findings, if the policy refuses it.
     *
     * @param allowed the files that may be changed or added
     */
    public Diagnostic refusal(List<String> allowed) {
        return new Diagnostic("files.restricted", diagnostic().arguments(), Optional.empty())
                .with("allowed", String.join(", ", allowed));
    }

    /** A diagnostic that lists the changes. */
    public Diagnostic diagnostic() {
        return Diagnostic.of("files.touched")
                .with("changed", named(changed))
                .with("added", named(added))
                .with("deleted", named(deleted));
    }

    /** The first files of the list. */
    private static Optional<String> named(List<String> files) {
        String more = files.size() > MAX_NAMED ? " and " + (files.size() - MAX_NAMED) + " more" : "";
        return files.stream()
                .limit(MAX_NAMED)
                .reduce((first, next) -> first + ", " + next)
                .map(names -> names + more);
    }
}
