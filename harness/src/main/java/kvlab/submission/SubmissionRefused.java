package kvlab.submission;

import java.util.List;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;

/**
 * A submission that cannot be tested as it is. The message states for the student what is wrong, where, and what to do.
 */
public final class SubmissionRefused extends RuntimeException {

    private static final long serialVersionUID = 1;
    private static final int MAX_SHOWN = 20;

    private final transient List<Diagnostic> findings;

    /**
     * @param findings at least one
     */
    public SubmissionRefused(List<Diagnostic> findings) {
        super(message(findings));
        this.findings = List.copyOf(findings);
    }

    /** All findings, in the order of the submission's classes and lines. */
    public List<Diagnostic> findings() {
        return findings;
    }

    private static String message(List<Diagnostic> findings) {
        if (findings.size() == 1) {
            return findings.get(0).message();
        }
        String shown = findings.stream()
                .limit(MAX_SHOWN)
                .map(Diagnostic::message)
                .collect(Collectors.joining("\n  ", "\n  ", ""));
        String rest = findings.size() > MAX_SHOWN ? "\n  and " + (findings.size() - MAX_SHOWN) + " more" : "";
        return "The submission cannot be tested yet, for " + findings.size() + " reasons:" + shown + rest;
    }
}
