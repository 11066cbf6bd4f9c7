package kvlab.grader.intake.files;

import java.time.Instant;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;

/**
 * The form of an upload and, for a git repository, the commit.
 *
 * @param branch of a git repository: the branch that was asked for, or that is checked out; empty if the commit itself was
 *     asked for
 * @param commit its full hash; empty if the files were in no git repository
 * @param date the committer date, by the committer's clock
 */
public record Origin(Form form, String branch, String commit, Optional<Instant> date) {

    /** The form of the upload. */
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
