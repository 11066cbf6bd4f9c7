package kvlab.grader.intake.files;

import java.time.Instant;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;

/**
 * Where the files of a submission were.
 *
 * @param branch of a git repository: the branch that was asked for, or that is checked out; empty if the commit itself was
 *     asked for
 * @param commit its full name; empty if the files were in no git repository
 * @param date the committer's, which the committer's clock gave
 */
public record Origin(Form form, String branch, String commit, Optional<Instant> date) {

    /** What the files came in. */
    public enum Form {
        DIRECTORY,
        SOURCE_FILES,
        TAR,
        ZIP,
        GIT
    }

    public static Origin of(Form form) {
        return new Origin(form, "", "", Optional.empty());
    }

    public static Origin ofCommit(String branch, String commit, Instant date) {
        return new Origin(Form.GIT, branch, commit, Optional.of(date));
    }

    public Diagnostic diagnostic() {
        return switch (form) {
            case DIRECTORY -> Diagnostic.of("origin.directory");
            case SOURCE_FILES -> Diagnostic.of("origin.source-files");
            case TAR -> Diagnostic.of("origin.tar");
            case ZIP -> Diagnostic.of("origin.zip");
            case GIT -> Diagnostic.of("origin.git").with("commit", commit).with("branch", branch);
        };
    }
}
