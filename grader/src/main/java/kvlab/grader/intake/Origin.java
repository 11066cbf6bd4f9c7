package kvlab.grader.intake;

import java.time.Instant;

/** Where the files of a submission were. */
public sealed interface Origin {

    /** On a disk or in an archive. */
    enum Files implements Origin {
        DIRECTORY,
        SOURCE_FILES,
        TAR,
        ZIP
    }

    /**
     * In a git repository.
     *
     * @param branch the branch that was asked for, or that is checked out; empty if the commit itself was asked for
     * @param id the commit's full name
     * @param time the committer's, which the committer's clock gave
     */
    record Commit(String branch, String id, Instant time) implements Origin {}
}
