package kvlab.grader.attack;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.grade.Batch;
import kvlab.grader.grade.KeptResults;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.yaml.PolicyReader;
import kvlab.grader.policy.yaml.UnusablePolicyException;
import kvlab.grader.report.GradeTable;

/**
 * Grades as {@code ./kvlab grade} does, two submissions at a time. Policies are read as if the core lab had its first test
 * only: a hang costs seconds in each.
 */
record Grader(Policy policy) {

    private static final Path KIT = Path.of("..");
    private static final int AT_ONCE = 2;

    static Grader by(Path file) throws IOException {
        LabSuite whole = LabSuite.named("core").orElseThrow();
        LabSuite core = new LabSuite(whole.name(), List.of(whole.test(1)));
        try {
            return new Grader(new PolicyReader(List.of(core)).read(file));
        } catch (UnusablePolicyException e) {
            throw new AssertionError(e);
        }
    }

    /**
     * What a batch came to.
     *
     * @param results by submission
     * @param console what the command prints of them
     */
    record Graded(Map<String, SubmissionResult> results, String console) {}

    Graded grade(List<StudentUploads> students, Path out) throws IOException {
        return grade(students, out, Sandbox.best(policy.limits().processes()));
    }

    Graded grade(List<StudentUploads> students, Path out, Sandbox sandbox) throws IOException {
        ResultDirectory results = ResultDirectory.open(out);
        ResultDirectory waiting = ResultDirectory.open(out.resolve(KeptResults.WAITING));
        KeptResults kept = new KeptResults(results, waiting, false, false);
        try {
            List<SubmissionResult> graded = new Batch(policy, KIT, AT_ONCE, sandbox, kept)
                    .grade(students, step -> {}).stream()
                            .map(Batch.Step::result)
                            .toList();
            return new Graded(
                    graded.stream()
                            .collect(Collectors.toMap(
                                    SubmissionResult::submission, result -> result, (one, other) -> one, TreeMap::new)),
                    new GradeTable().render(graded));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
