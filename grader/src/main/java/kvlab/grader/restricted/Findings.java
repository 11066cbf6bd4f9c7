package kvlab.grader.restricted;

import java.util.List;

/**
 * What a submission did to files that are not its own, by their paths in the kit, in order; a file that lies outside of the
 * kit's directories goes by its path in the submission.
 *
 * @param changed the kit's files with other contents
 * @param added files that neither the kit has nor the policy allows
 * @param deleted the kit's files that are missing
 */
public record Findings(List<String> changed, List<String> added, List<String> deleted) {

    public Findings {
        changed = List.copyOf(changed);
        added = List.copyOf(added);
        deleted = List.copyOf(deleted);
    }

    /** Whether nothing but allowed files was touched. */
    public boolean isClean() {
        return changed.isEmpty() && added.isEmpty() && deleted.isEmpty();
    }
}
