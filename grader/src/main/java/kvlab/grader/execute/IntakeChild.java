package kvlab.grader.execute;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.io.IOException;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.OpenJob;
import kvlab.grader.intake.Opened;
import kvlab.grader.intake.files.TooSlowException;
import kvlab.grader.intake.files.UnusableException;
import kvlab.grader.intake.git.Revision;
import tools.jackson.databind.json.JsonMapper;

/** The main class of the process that opens archives and repositories: does {@link OpenJob}s. */
final class IntakeChild {

    /** What came of a job. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "answer")
    sealed interface Answer {}

    record Done(Opened opened) implements Answer {}

    /** @param reason for the student, without the path */
    record Refused(Diagnostic reason) implements Answer {}

    /** @param reason for the staff, without the path */
    record NotRead(Diagnostic reason) implements Answer {}

    record TooSlow() implements Answer {}

    /** @param error of a library that no content should lead to */
    record GaveUp(String error) implements Answer {}

    /** All sources that an upload may have, and the names of all its files. */
    private static final int MAX_ANSWER_LENGTH = 32 << 20;

    static final JobProcess.Kind<OpenJob, Answer> KIND = new JobProcess.Kind<>(
            IntakeChild.class,
            OpenJob.class,
            Answer.class,
            MAX_ANSWER_LENGTH,
            JsonMapper.builder()
                    .addMixIn(OpenJob.class, Named.class)
                    .addMixIn(Revision.class, Named.class)
                    .build());

    private IntakeChild() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "kind")
    private interface Named {}

    public static void main(String[] args) throws InterruptedException {
        KIND.serve(IntakeChild::answer);
    }

    private static Answer answer(OpenJob job) {
        try {
            return new Done(job.open());
        } catch (UnusableException e) {
            return new Refused(e.diagnostic());
        } catch (TooSlowException e) {
            return new TooSlow();
        } catch (IOException e) {
            return new NotRead(Intake.notRead(e));
        } catch (RuntimeException | StackOverflowError e) {
            return new GaveUp(e.getClass().getSimpleName());
        }
    }
}
