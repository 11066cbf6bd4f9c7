package kvlab.grader.execute.inspect;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;

/**
 * What was found out about a submission beside its verdicts. Texts in it come from the submission: a report escapes them.
 *
 * @param coverage empty if nobody asked, or there is none
 * @param style empty if nobody asked, or there is none
 * @param missing what was asked for and is not there, and why
 * @param complete false if the kit failed to find something out, which is no fault of the submission's
 */
public record Information(
        Optional<Coverage> coverage, Optional<Style> style, List<Diagnostic> missing, boolean complete) {

    public Information {
        missing = List.copyOf(missing);
    }
}
