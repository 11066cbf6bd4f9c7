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
 * @param flat whether an archive must have its files at its root, in no directory
 */
public record HandInRules(Set<Form> forms, Optional<String> branch, boolean flat) {

    /** A form of submission. */
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
