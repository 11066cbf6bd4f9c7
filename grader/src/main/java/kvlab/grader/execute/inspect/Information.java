package kvlab.grader.execute.inspect;

import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;

/**
 * Information about a submission other than its verdicts. Texts come from the submission: a report escapes them.
 *
 * @param coverage empty if not requested, or missing
 * @param style empty if not requested, or missing
 * @param missing the reasons why requested information is missing
 * @param complete false if a measurement failed through the kit's fault
 */
public record Information(
        Optional<Coverage> coverage, Optional<Style> style, List<Diagnostic> missing, boolean complete) {

    public Information {
        missing = List.copyOf(missing);
    }
}
