package kvlab.grader.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.ResultPicture;
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

    /** A result that is there; its picture, which may be large, is read only if both are written elsewhere. */
    private record Known(SubmissionResult result, Supplier<Optional<ResultPicture>> picture) {}

    /** The stored result of this submission in this state, if any, under the present names of policy and student. */
    Optional<Batch.Step> known(SubmissionHeader header, Policy policy) throws IOException {
        Earlier earlier = earlier(header.student().fileName());
        Optional<Known> found =
                known(results, earlier.result(), header).or(() -> known(waiting, earlier.waiting(), header));
        if (found.isEmpty()) {
            return Optional.empty();
        }
        SubmissionResult named = found.get().result().named(policy, header.student());
        return Optional.of(keep(named, found.get().picture(), earlier, false));
    }

    private Optional<Known> known(
            ResultDirectory directory, ResultDirectory.Contents contents, SubmissionHeader header) {
        return contents.results().stream()
                .filter(result -> result.key().equals(header.key()) && (result.decided() || !undecidedAgain))
                .findFirst()
                .map(result -> new Known(result, () -> directory.pictureOf(result)));
    }

    /** Stores a new result. One with the same key is always replaced: it differs only in tests that were undecided. */
    Batch.Step keep(Graded graded) throws IOException {
        return keep(graded.result(), graded::picture, earlier(graded.result().submission()), true);
    }

    private Earlier earlier(String submission) {
        return new Earlier(results.read(submission), waiting.read(submission));
    }

    private Batch.Step keep(
            SubmissionResult result, Supplier<Optional<ResultPicture>> picture, Earlier earlier, boolean isNew)
            throws IOException {
        Optional<SubmissionResult> other = earlier.result().results().stream()
                .findFirst()
                .filter(old -> !old.key().equals(result.key()));
        List<SetAside> setAside = new ArrayList<>();
        if (other.isPresent() && !replace) {
            put(waiting, earlier.waiting(), result, picture, isNew, setAside);
        } else {
            put(results, earlier.result(), result, picture, isNew, setAside);
            setAside(waiting, earlier.waiting(), setAside);
            waiting.delete(result.submission());
        }
        return new Batch.Step(result, other, isNew, setAside);
    }

    private static void put(
            ResultDirectory directory,
            ResultDirectory.Contents there,
            SubmissionResult result,
            Supplier<Optional<ResultPicture>> picture,
            boolean isNew,
            List<SetAside> setAside)
            throws IOException {
        setAside(directory, there, setAside);
        if (isNew || !there.results().equals(List.of(result))) {
            directory.write(result, picture.get());
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
