package kvlab.grader.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionHeader;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Policy;

/**
 * The results of earlier runs. A new result for a changed submission, policy or kit does not overwrite the old one: it
 * is stored in a separate directory until a run with {@code replace}. A damaged file is ignored and renamed, never
 * overwritten or deleted.
 *
 * @param waiting the directory of results that would replace another
 * @param replace whether they replace it
 * @param undecidedAgain whether submissions that the kit could not decide are graded again
 */
public record KeptResults(ResultDirectory results, ResultDirectory waiting, boolean replace, boolean undecidedAgain) {

    /** Subdirectory for results that would replace another. */
    public static final String WAITING = "waiting";

    /** An unusable file and its new path. */
    public record SetAside(ResultDirectory.Unusable unusable, Path keptAs) {}

    /** The files of one submission as they were read, each once. */
    private record Earlier(ResultDirectory.Contents result, ResultDirectory.Contents waiting) {}

    /** The stored result of this submission in this state, if any, under the present names of policy and student. */
    Optional<Batch.Step> known(SubmissionHeader header, Policy policy) throws IOException {
        Earlier earlier = earlier(header.student().fileName());
        Optional<Graded> found =
                found(results, earlier.result(), header).or(() -> found(waiting, earlier.waiting(), header));
        return found.isPresent()
                ? Optional.of(keep(found.get().named(policy, header.student()), earlier, false))
                : Optional.empty();
    }

    private Optional<Graded> found(
            ResultDirectory directory, ResultDirectory.Contents contents, SubmissionHeader header) {
        return contents.results().stream()
                .filter(result -> result.key().equals(header.key()) && (result.decided() || !undecidedAgain))
                .findFirst()
                .map(result -> new Graded(result, directory.pictureOf(result)));
    }

    /** Stores a new result. One with the same key is always replaced: it differs only in tests that were undecided. */
    Batch.Step keep(Graded graded) throws IOException {
        return keep(graded, earlier(graded.result().submission()), true);
    }

    private Earlier earlier(String submission) {
        return new Earlier(results.read(submission), waiting.read(submission));
    }

    private Batch.Step keep(Graded graded, Earlier earlier, boolean isNew) throws IOException {
        SubmissionResult result = graded.result();
        Optional<SubmissionResult> other = earlier.result().results().stream()
                .findFirst()
                .filter(old -> !old.key().equals(result.key()));
        List<SetAside> setAside = new ArrayList<>();
        if (other.isPresent() && !replace) {
            put(waiting, earlier.waiting(), graded, isNew, setAside);
        } else {
            put(results, earlier.result(), graded, isNew, setAside);
            setAside(waiting, earlier.waiting(), setAside);
            waiting.delete(result.submission());
        }
        return new Batch.Step(result, other, isNew, setAside);
    }

    private static void put(
            ResultDirectory directory,
            ResultDirectory.Contents there,
            Graded graded,
            boolean isNew,
            List<SetAside> setAside)
            throws IOException {
        setAside(directory, there, setAside);
        if (isNew || !there.results().equals(List.of(graded.result()))) {
            directory.write(graded.result(), graded.picture());
        }
    }

    /** Sets damaged files aside. */
    private static void setAside(ResultDirectory directory, ResultDirectory.Contents there, List<SetAside> setAside)
            throws IOException {
        for (ResultDirectory.Unusable unusable : there.unusable()) {
            setAside.add(new SetAside(unusable, directory.setAside(unusable)));
        }
    }
}
