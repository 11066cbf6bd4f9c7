package kvlab.submission;

import kvlab.diagnostic.Diagnostic;

/** A value of a submission cannot be copied by its components, as each network and each disk does it. */
public final class NotCopyable extends RuntimeException {

    private static final long serialVersionUID = 1;

    private static final String CODES = "value.copy-";

    private final transient Diagnostic diagnostic;

    NotCopyable(Diagnostic diagnostic) {
        super(diagnostic.message());
        this.diagnostic = diagnostic;
    }

    /** Whether a finding is one of these. */
    public static boolean isReason(Diagnostic finding) {
        return finding.code().startsWith(CODES);
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
