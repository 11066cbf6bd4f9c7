package kvlab.grader.grade.result;

import java.util.Optional;

/**
 * What a directory has of one submission: a result, a file that cannot be relied on, or neither.
 *
 * @param damaged empty if there is a result
 */
public record Reading(Optional<SubmissionResult> result, Optional<DamagedResult> damaged) {

    static final Reading NOTHING = new Reading(Optional.empty(), Optional.empty());

    static Reading of(SubmissionResult result) {
        return new Reading(Optional.of(result), Optional.empty());
    }

    static Reading of(DamagedResult damaged) {
        return new Reading(Optional.empty(), Optional.of(damaged));
    }
}
