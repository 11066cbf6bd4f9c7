package kvlab.grader.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.execute.sandbox.WorkingDirectory;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.Policy;

/**
 * Grades one upload and stores nothing.
 *
 * @param kit the directory of the kit that students got
 * @param threads how many schedules run at the same time
 */
public record SingleGrading(Policy policy, Path kit, int threads) {

    /** Grades an undecided submission a second time, since no TA is there to retry. */
    public SubmissionResult grade(Upload upload) throws IOException, InterruptedException {
        try (WorkingDirectory directory = WorkingDirectory.create()) {
            ResultDirectory results = ResultDirectory.open(directory.path());
            ResultDirectory waiting = ResultDirectory.open(directory.path().resolve(KeptResults.WAITING));
            Sandbox sandbox = Sandbox.best(policy.limits().processes());
            Batch batch = new Batch(policy, kit, threads, sandbox, new KeptResults(results, waiting, true, true));
            List<StudentUploads> students = List.of(new StudentUploads(upload.student(), List.of(upload)));
            SubmissionResult result = batch.grade(students, step -> {}).get(0).result();
            return result.decided()
                    ? result
                    : batch.grade(students, step -> {}).get(0).result();
        }
    }
}
