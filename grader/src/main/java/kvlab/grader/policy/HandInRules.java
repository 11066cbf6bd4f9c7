package kvlab.grader.policy;

import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * In what shape submissions arrive.
 *
 * @param forms those that are taken
 * @param branch of a git repository; empty for the one that is checked out
 * @param flat whether an archive must have its files at its root, in no directory
 */
public record HandInRules(Set<Form> forms, Optional<String> branch, boolean flat) {

    /** A shape that a submission can have. */
    public enum Form {
        DIRECTORY,
        GIT,
        TAR,
        ZIP
    }

    public HandInRules {
        forms = Collections.unmodifiableSet(new TreeSet<>(forms));
    }
}
