package kvlab.grader.intake.git;

import java.util.List;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.Origin;

/**
 * The commits of a branch of which one may count, in order of preference.
 *
 * @param notes for the staff
 */
public record Candidates(List<Origin> commits, List<Diagnostic> notes) {

    public Candidates {
        commits = List.copyOf(commits);
        notes = List.copyOf(notes);
    }
}
