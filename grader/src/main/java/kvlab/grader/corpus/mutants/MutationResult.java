package kvlab.grader.corpus.mutants;

import java.util.Optional;
import kvlab.grader.corpus.mutants.MutantChild.Kind;
import kvlab.grader.corpus.mutants.MutantChild.Outcome;
import kvlab.submission.Part;

/**
 * How a mutant fared.
 *
 * @param equivalent the record that says that it is right; empty if there is none
 */
record MutationResult(Change change, Part part, Optional<Equivalents.Known> equivalent, Outcome outcome) {

    boolean isCaught() {
        return outcome.kind() == Kind.CAUGHT || outcome.kind() == Kind.REMARKED;
    }

    /** Whether it counts: it is not refused before the first test, and not known to be right. */
    boolean counts() {
        return equivalent.isEmpty() && outcome.kind() != Kind.REFUSED;
    }

    boolean survived() {
        return counts() && !isCaught();
    }

    /** Whether a test fails what a record says to be right. */
    boolean refutesItsRecord() {
        return equivalent.isPresent() && isCaught();
    }

    /** Its difference from the design, and what a test has said. */
    String rendered() {
        return change.rendered()
                + (outcome.by().isEmpty()
                        ? ""
                        : "\n  " + outcome.by() + ": "
                                + outcome.message().lines().findFirst().orElse(""));
    }
}
