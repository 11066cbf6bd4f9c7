package kvlab.grader.intake.restricted;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

    /** For people: what happened to which files, of many the first. */
    public String inWords() {
        return Stream.of(named("changed", changed), named("added", added), named("deleted", deleted))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String named(String what, List<String> files) {
        if (files.isEmpty()) {
            return "";
        }
        String more = files.size() > MAX_NAMED ? " and " + (files.size() - MAX_NAMED) + " more" : "";
        return files.stream().limit(MAX_NAMED).collect(Collectors.joining(", ", what + " ", "")) + more;
    }
}
