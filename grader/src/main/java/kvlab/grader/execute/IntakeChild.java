package kvlab.grader.execute;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.FindJob;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.IntakeJob;
import kvlab.grader.intake.OpenJob;
import kvlab.grader.intake.Opened;
import kvlab.grader.intake.files.NotReadException;
import kvlab.grader.intake.files.TooSlowException;
import kvlab.grader.intake.files.UnusableException;
import kvlab.grader.intake.git.Candidates;
import kvlab.grader.intake.git.Revision;
import tools.jackson.databind.json.JsonMapper;

/** The main class of the process that opens archives and repositories: does {@link OpenJob}s. */
final class IntakeChild {

    /** What came of a job. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "answer")
    sealed interface Answer {}

    record Done(Opened opened) implements Answer {}

    /** @param candidates the commits that were looked for */
    record Found(Candidates candidates) implements Answer {}

    /** @param reason for the student, without the path */
    record Refused(Diagnostic reason) implements Answer {}

    /** @param reason for the staff, without the path */
    record NotRead(Diagnostic reason) implements Answer {}

    /** @param reason for the staff, without the path: what is here lacks a part */
    record Incomplete(Diagnostic reason) implements Answer {}

    record TooSlow() implements Answer {}

    /** @param error of a library that no content should lead to */
    record GaveUp(String error) implements Answer {}

    /** All sources that an upload may have, and the names of all its files. */
    private static final int MAX_ANSWER_LENGTH = 32 << 20;

    static final JobProcess.Kind<IntakeJob, Answer> KIND = new JobProcess.Kind<>(
            IntakeChild.class,
            IntakeJob.class,
            Answer.class,
            MAX_ANSWER_LENGTH,
            JsonMapper.builder()
                    .addMixIn(IntakeJob.class, Named.class)
                    .addMixIn(Revision.class, Named.class)
                    .build());

    private IntakeChild() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface Named {}

    public static void main(String[] args) throws InterruptedException {
        KIND.serve(IntakeChild::answer);
    }

    private static Answer answer(IntakeJob job) {
        try {
            return job instanceof OpenJob opening ? new Done(opening.open()) : new Found(((FindJob) job).find());
        } catch (UnusableException e) {
            return new Refused(e.diagnostic());
        } catch (NotReadException e) {
            return new Incomplete(e.diagnostic());
        } catch (TooSlowException e) {
            return new TooSlow();
        } catch (IOException e) {
            return new NotRead(Intake.notRead(e));
        } catch (RuntimeException | StackOverflowError e) {
            return new GaveUp(e.getClass().getSimpleName());
        }
    }
}
