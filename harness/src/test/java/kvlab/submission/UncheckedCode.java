package kvlab.submission;

import java.util.Set;

/** Submissions to which no rule applied. */
public final class UncheckedCode {

    private UncheckedCode() {}

    /** A submission of the core lab, from the text of {@code KvServer.java}. */
    public static Submission server(String text) {
        return Submission.unchecked(StudentCode.file("KvServer", text).loader(), Set.of(Part.SERVER));
    }
}
