package kvlab.grader.intake.restricted;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;

/**
 * What a submission did to files that are not its own, by their paths in the kit, in order; a file that lies outside of the
 * kit's directories goes by its path in the submission.
 *
 * @param changed the kit's files with other contents
 * @param added files that neither the kit has nor the policy allows
 * @param deleted the kit's files that are missing
 */
public record Findings(List<String> changed, List<String> added, List<String> deleted) {

    /** Nothing was touched, or nothing compared. */
    public static final Findings NONE = new Findings(List.of(), List.of(), List.of());

    private static final int MAX_NAMED = 10;

    public Findings {
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        deleted = List.copyOf(deleted);
    }

    /** Whether nothing but allowed files was touched. */
    public boolean isClean() {
        return changed.isEmpty() && added.isEmpty() && deleted.isEmpty();
    }

    /**
     * Why a submission with these findings is refused, if the policy refuses it.
     *
     * @param allowed what may be changed or added
     */
    public Diagnostic refusal(List<String> allowed) {
        return new Diagnostic("files.restricted", diagnostic().arguments(), Optional.empty())
                .with("allowed", String.join(", ", allowed));
    }

    /** What happened to which files. */
    public Diagnostic diagnostic() {
        return Diagnostic.of("files.touched")
                .with("changed", named(changed))
                .with("added", named(added))
                .with("deleted", named(deleted));
    }

    /** Of many the first. */
    private static Optional<String> named(List<String> files) {
        String more = files.size() > MAX_NAMED ? " and " + (files.size() - MAX_NAMED) + " more" : "";
        return files.stream()
                .limit(MAX_NAMED)
                .reduce((first, next) -> first + ", " + next)
                .map(names -> names + more);
    }
}
