package kvlab.grader.grade;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.grader.execute.SubmissionOutcome;
import kvlab.grader.execute.inspect.Information;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.grade.result.Graded;
import kvlab.grader.grade.result.ReplayCommand;
import kvlab.grader.grade.result.ResultKey;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Submission;
import kvlab.grader.intake.Upload;
import kvlab.grader.intake.restricted.Findings;
import kvlab.grader.intake.restricted.PristineKit;
import kvlab.grader.intake.restricted.RestrictedFiles;
import kvlab.grader.policy.FileRules;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.score.Score;

/** One submission's way from what was handed in to its result. */
final class Grading implements AutoCloseable {

    /** What a course tries its own kit with. */
    private static final List<String> PARTS = List.of("skeleton", "solution");

    /** What is to be made of a submission that got as far as that. */
    private sealed interface Admission {

        record Runs(Submission submission) implements Admission {}

        record Refused(String line) implements Admission {}

        record NotRead(String line) implements Admission {}
    }

    /** A submission that was opened and is not graded yet. Equal keys mean equal results. */
    final class Opened {

        private final Student student;
        private final String path;
        private final String origin;
        private final Optional<ReplayCommand> replay;
        private final Optional<Instant> time;
        private final int lateDays;
        private final Findings files;
        private final List<String> notes;
        private final List<String> review = new ArrayList<>();
        private final Admission admission;
        private final String key;

        private Opened(Upload upload, IntakeResult receipt, List<String> remarks) {
            student = upload.student();
            path = upload.path().toString();
            notes = new ArrayList<>(remarks);
            if (receipt instanceof IntakeResult.Received received) {
                origin = HandInPolicy.inWords(received.origin());
                time = received.time();
                notes.addAll(received.notes());
                Optional<RestrictedFiles.Checked> checked =
                        isPartOfKit(upload) ? Optional.empty() : Optional.of(restricted.check(received));
                files = checked.map(RestrictedFiles.Checked::findings).orElse(Findings.NONE);
                if (checked.isEmpty()) {
                    notes.add("is a part of the kit: its files were not compared with the kit's");
                }
                Submission submission =
                        checked.map(RestrictedFiles.Checked::submission).orElse(received.submission());
                admission = admit(submission, files);
                replay = admission instanceof Admission.Runs
                        ? Optional.of(new GradedSources(policy).replay(upload, received, submission))
                        : Optional.empty();
            } else {
                origin = "";
                replay = Optional.empty();
                time = upload.time();
                files = Findings.NONE;
                admission = receipt instanceof IntakeResult.Unusable unusable
                        ? new Admission.Refused(unusable.line())
                        : new Admission.NotRead(((IntakeResult.NotRead) receipt).line());
            }
            lateDays = time.map(policy::lateDays).orElse(0);
            if (time.isEmpty() && policy.due().isPresent()) {
                (upload.markedLate() ? review : notes)
                        .add((upload.markedLate() ? "is marked late, but " : "")
                                + "nobody says when it was handed in, so"
                                + " it counts as in time: give the time with --submitted or --times");
            }
            key = ResultKey.of(
                    kitVersion, policy, student, path, replay, origin, time, files, notes, review, admission);
        }

        String name() {
            return student.fileName();
        }

        String key() {
            return key;
        }

        /** Runs to the end, whatever the submission does. */
        SubmissionResult grade() {
            SubmissionOutcome outcome;
            Optional<Information> information = Optional.empty();
            if (admission instanceof Admission.Runs runs) {
                outcome = examination.run(runs.submission());
                information = examination.inspect(runs.submission(), outcome);
            } else if (admission instanceof Admission.Refused refused) {
                outcome = examination.refused(refused.line());
            } else {
                outcome = examination.notRead(((Admission.NotRead) admission).line());
            }
            Score score = Score.of(policy, outcome, information, lateDays);
            return SubmissionResult.of(
                    policy,
                    new Graded(
                            student,
                            path,
                            replay,
                            origin,
                            time,
                            lateDays,
                            files,
                            notes,
                            review,
                            outcome,
                            information,
                            score,
                            key));
        }
    }

    private final Policy policy;
    private final HandInPolicy reception;
    private final Path kit;
    private final RestrictedFiles restricted;
    private final TestPlan examination;
    private final String kitVersion = ResultKey.ofThisGrader();

    /**
     * @param kit the directory of the kit that students got
     * @param parallel how many schedules of one submission run at the same time
     * @throws IOException if the kit cannot be read
     */
    Grading(Policy policy, Path kit, int parallel, Sandbox sandbox) throws IOException {
        this.policy = policy;
        this.reception = new HandInPolicy(policy);
        this.kit = kit.toRealPath();
        this.restricted =
                new RestrictedFiles(PristineKit.at(kit), policy.files().allowed());
        this.examination = new TestPlan(policy, parallel, sandbox);
    }

    /** Opens what counts of all that a student handed in. */
    Opened open(StudentUploads uploads) {
        SelectedUpload counting = SelectedUpload.of(uploads, policy);
        return new Opened(counting.upload(), reception.read(counting.upload()), counting.notes());
    }

    @Override
    public void close() {
        examination.close();
    }

    /** By where its files really are: the path is only what it goes by. */
    private boolean isPartOfKit(Upload upload) {
        return upload.parts().values().stream()
                .allMatch(file -> PARTS.stream().anyMatch(part -> file.startsWith(kit.resolve(part))));
    }

    private Admission admit(Submission submission, Findings files) {
        boolean refuses = policy.files().restricted() == FileRules.Restricted.REFUSE;
        return files.isClean() || !refuses
                ? new Admission.Runs(submission)
                : new Admission.Refused("changes what is not the student's: " + files.inWords() + ". Only "
                        + String.join(", ", policy.files().allowed())
                        + " may be changed or added: put the rest back as it"
                        + " was handed out");
    }
}
