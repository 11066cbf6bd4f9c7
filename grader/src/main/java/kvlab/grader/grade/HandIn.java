package kvlab.grader.grade;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kvlab.grader.grade.result.ResultKey;
import kvlab.grader.grade.result.SubmissionHeader;
import kvlab.grader.intake.IntakeResult;

/**
 * What a student handed in, of which one candidate counts.
 *
 * @param candidates in order of preference, with different contents and the same key; at least one
 */
record HandIn(List<PolicyIntake.Opened> candidates) {

    HandIn {
        candidates = List.copyOf(candidates);
    }

    /** Of candidates with the same contents, only the first is kept. */
    static HandIn of(List<PolicyIntake.Opened> opened) {
        Map<Object, PolicyIntake.Opened> distinct = new LinkedHashMap<>();
        opened.forEach(candidate -> distinct.putIfAbsent(content(candidate.intake()), candidate));
        if (distinct.size() == 1) {
            return new HandIn(List.copyOf(distinct.values()));
        }
        String key = ResultKey.of(distinct.values().stream()
                .map(candidate -> candidate.header().key())
                .toArray());
        return new HandIn(distinct.values().stream()
                .map(candidate -> new PolicyIntake.Opened(candidate.header().withKey(key), candidate.intake()))
                .toList());
    }

    /** The header of any of them, which have student and key in common. */
    SubmissionHeader header() {
        return candidates.get(0).header();
    }

    private static Object content(IntakeResult intake) {
        return intake instanceof IntakeResult.Received received
                ? received.submission().files()
                : intake;
    }
}
