package kvlab.grader.policy;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The accepted forms of submissions.
 *
 * @param forms the accepted forms
 * @param branch the branch of a git repository; empty for the one that is checked out
 * @param folder the folder of a git repository in which the kit is, with a trailing slash; empty for the repository itself
 * @param counts which of several hand-ins, commits or uploads, counts
 * @param flat whether an archive must have its files at its root, in no directory
 */
public record HandInRules(Set<Form> forms, Optional<String> branch, String folder, Counts counts, boolean flat) {

    /** A form of submission. */
    public enum Form {
        DIRECTORY,
        GIT,
        TAR,
        ZIP
    }

    /** Which of several hand-ins counts. */
    public enum Counts {
        /** The one that gives the most points, of the last one in time and the last one that is not too late. */
        BEST,
        /** The last one that is not too late. */
        LAST,
        /** The last one in time; nothing that is late counts. */
        ON_TIME;

        /** The rule as a sentence. */
        public String inWords() {
            return switch (this) {
                case BEST ->
                    "of the last hand-in in time and the last late one, the one that gives the most points counts";
                case LAST -> "the last hand-in counts, with the deduction if it is late";
                case ON_TIME -> "the last hand-in in time counts";
            };
        }
    }

    public HandInRules {
        forms = Collections.unmodifiableSet(new TreeSet<>(forms));
    }
}
