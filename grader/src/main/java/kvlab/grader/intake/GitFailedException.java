package kvlab.grader.intake;

import java.io.IOException;

/** Git could not do with a repository what it was told to; the message is its first line. */
final class GitFailedException extends IOException {

    private static final long serialVersionUID = 1;

    GitFailedException(String message) {
        super(message);
    }
}
