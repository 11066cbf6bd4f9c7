package kvlab.grader.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.OpenJob;
import kvlab.grader.intake.Packed;
import kvlab.grader.intake.Repository;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.PolicyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandInPolicyTest {

    private static final String FLAT_TAR = "hand-in: { forms: [tar], flat: true }\n";
    private static final String BRANCH = "hand-in: { forms: [git], branch: lab-kv-solution }\n";
    private static final String DUE = "due: { at: 2026-12-04 12:00, zone: UTC }\n";
    private static final String LATE = "late: { percent-per-day: 10, most-days: 3 }\n";

    @TempDir
    private Path directory;

    @Test
    void aFlatTarIsTakenWhereOneIsAskedFor() throws IOException {
        Path flat = file(
                "alice.tar", Packed.tar().file("KvServer.java", Packed.SERVER).done());
        assertInstanceOf(IntakeResult.Received.class, read(FLAT_TAR, flat));
    }

    @Test
    void othersAreToldHowToMakeOne() throws IOException {
        byte[] nested = Packed.tar().file("lab/KvServer.java", Packed.SERVER).done();
        byte[] flat = Packed.tar().file("KvServer.java", Packed.SERVER).done();
        for (Path wrong : new Path[] {
            file("nested.tar", nested),
            file("packed.tgz", Packed.gzip(flat)),
            file("alice.zip", Packed.zip().file("KvServer.java", Packed.SERVER).done()),
            file("KvServer.java", Packed.bytes(Packed.SERVER))
        }) {
            String line = refusal(read(FLAT_TAR, wrong));
            assertTrue(line.startsWith(wrong + " "), line);
            assertTrue(line.contains("tar -cf"), line);
        }
    }

    @Test
    void anotherFormIsRefusedWithTheFormsThatAreTaken() throws IOException {
        Path plain = Files.createDirectories(directory.resolve("alice"));
        Files.writeString(plain.resolve("KvServer.java"), Packed.SERVER);
        assertEquals(
                plain
                        + " is a directory or source files, and this lab takes a git repository or a .zip archive: hand your"
                        + " work in like that",
                refusal(read("hand-in: { forms: [zip, git] }\n", plain)));
    }

    @Test
    void ofABranchTheLastCommitInTimeCounts() throws IOException {
        Path repository = committed("2026-12-04T11:59:00Z", "2026-12-04T12:00:01Z");
        assertEquals(Instant.parse("2026-12-04T11:59:00Z"), commit(read(BRANCH + DUE + LATE, repository)));
        assertEquals(Instant.parse("2026-12-04T12:00:01Z"), commit(read(BRANCH, repository)));
    }

    @Test
    void ifNoneIsInTimeTheLastThatStillCountsDoes() throws IOException {
        Path repository = committed("2026-12-05T00:00:00Z", "2026-12-07T12:00:00Z", "2026-12-07T12:00:01Z");
        assertEquals(Instant.parse("2026-12-07T12:00:00Z"), commit(read(BRANCH + DUE + LATE, repository)));
        String line = refusal(read(BRANCH + DUE, repository));
        assertTrue(line.contains("has no commit on branch lab-kv-solution from 2026-12-04T12:00:00Z or before"), line);
    }

    @Test
    void theTimeThatWasGivenCountsRatherThanTheCommits() throws IOException {
        Path repository = committed("2026-12-04T11:59:00Z");
        Instant given = Instant.parse("2026-12-05T00:00:00Z");
        IntakeResult result =
                handInPolicy(BRANCH + DUE + LATE).read(Upload.at(repository).at(given));
        assertEquals(
                Optional.of(given),
                assertInstanceOf(IntakeResult.Received.class, result).time());
    }

    private Path committed(String... times) throws IOException {
        Repository repository = Repository.in(directory.resolve("repository"));
        for (String time : times) {
            repository.write("KvServer.java", Packed.SERVER + "// " + time).commit(time);
        }
        return repository.path();
    }

    private Path file(String name, byte[] content) throws IOException {
        return Files.write(directory.resolve(name), content);
    }

    private static IntakeResult read(String rules, Path path) {
        return handInPolicy(rules).read(Upload.at(path));
    }

    private static HandInPolicy handInPolicy(String rules) {
        return new HandInPolicy(PolicyFixture.policy(PolicyFixture.MINIMUM + rules), OpenJob::open);
    }

    private static Instant commit(IntakeResult result) {
        IntakeResult.Received received = assertInstanceOf(IntakeResult.Received.class, result, result::toString);
        return received.origin().date().orElseThrow();
    }

    private static String refusal(IntakeResult result) {
        return assertInstanceOf(IntakeResult.Unusable.class, result, result::toString)
                .reason()
                .message();
    }
}
