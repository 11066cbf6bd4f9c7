package kvlab.grader.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.execute.sandbox.WorkingDirectory;
import kvlab.grader.grade.Batch;
import kvlab.grader.grade.KeptResults;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.Policy;

/** Grades one upload and keeps nothing. */
final class SingleGrading {

    /** Once more for what the kit could not decide: there is no TA to start it again. */
    private static final int TRIES = 2;

    private final Policy policy;

    SingleGrading(Policy policy) {
        this.policy = policy;
    }

    SubmissionResult grade(Upload upload) throws IOException, InterruptedException {
        try (WorkingDirectory directory = WorkingDirectory.create()) {
            ResultDirectory results = ResultDirectory.open(directory.path());
            ResultDirectory waiting = ResultDirectory.open(directory.path().resolve(KeptResults.WAITING));
            Batch batch = new Batch(
                    policy,
                    KitHome.path(),
                    Schedules.parallel(Optional.empty()),
                    Sandbox.best(policy.limits().processes()),
                    new KeptResults(results, waiting, true, true));
            List<StudentUploads> students = List.of(new StudentUploads(upload.student(), List.of(upload)));
            SubmissionResult result = grade(batch, students);
            for (int tries = 1; tries < TRIES && !result.decided(); tries++) {
                result = grade(batch, students);
            }
            return result;
        }
    }

    private static SubmissionResult grade(Batch batch, List<StudentUploads> students)
            throws IOException, InterruptedException {
        return batch.grade(students, step -> {}).get(0).result();
    }
}
