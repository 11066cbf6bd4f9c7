package kvlab.grader.picture;

import kvlab.diagnostic.Diagnostic;

/** The picture of a submission's failure, or why there is none. */
public sealed interface Picture permits PackedPicture, Picture.Missing {

    /** There is none. */
    record Missing(Diagnostic why) implements Picture {}
}
