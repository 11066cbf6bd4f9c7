package kvlab.grader.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.OpenJob;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.PolicyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyIntakeTest {

    @TempDir
    private Path directory;

    @Test
    void anUploadThatOverflowsTheStackIsRefusedWithALine() throws IOException {
        IntakeResult.Unusable refused = assertInstanceOf(IntakeResult.Unusable.class, open(job -> {
            throw new StackOverflowError();
        }));
        assertEquals("intake.opening-gave-up", refused.reason().code());
    }

    @Test
    void aMachineWithoutMemoryIsNoStudentsFault() throws IOException {
        assertInstanceOf(IntakeResult.NotRead.class, open(job -> {
            throw new OutOfMemoryError();
        }));
    }

    @Test
    void whoHasHandedInNothingGetsThatAsTheReason() throws IOException {
        Student student = Student.of("abel", "Abel", "1", "");
        PolicyIntake intake = new PolicyIntake(
                PolicyFixture.policy(PolicyFixture.MINIMUM + "hand-in: { branch: main }\n"),
                Path.of(".."),
                OpenJob::open);
        Files.createDirectory(directory.resolve(".git"));
        PolicyIntake.Opened opened = intake.open(
                        new StudentUploads(student, List.of(Upload.nothing(student, directory))))
                .candidates()
                .get(0);
        assertEquals(
                "nothing was handed in",
                assertInstanceOf(IntakeResult.Unusable.class, opened.intake())
                        .reason()
                        .message());
        assertEquals(List.of(), opened.header().notes());
    }

    private IntakeResult open(OpenJob.Opener opener) throws IOException {
        Upload upload = Upload.at(Files.write(directory.resolve("mallory.tar"), new byte[1]));
        PolicyIntake intake = new PolicyIntake(
                PolicyFixture.policy(PolicyFixture.MINIMUM + "hand-in: { forms: [tar] }\n"), Path.of(".."), opener);
        return intake.open(new StudentUploads(upload.student(), List.of(upload)))
                .candidates()
                .get(0)
                .intake();
    }
}
