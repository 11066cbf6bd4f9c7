package kvlab.grader.grade;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.IntakeResult;
import kvlab.grader.intake.OpenJob;
import kvlab.grader.intake.Packed;
import kvlab.grader.intake.Repository;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.PolicyFixture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HandInPolicyTest {

    private static final String STARTER = "class KvServer {}\n";
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
    void ofABranchTheLastInTimeAndTheLastThatIsNotTooLateMayCount() throws IOException {
        Path repository = committed(
                "2026-12-04T11:00:00Z", "2026-12-04T11:59:00Z", "2026-12-04T12:00:01Z", "2026-12-07T12:00:01Z");
        Instant inTime = Instant.parse("2026-12-04T11:59:00Z");
        Instant late = Instant.parse("2026-12-04T12:00:01Z");
        assertEquals(List.of(inTime, late), commits(BRANCH + DUE + LATE, repository));
        assertEquals(List.of(inTime), commits(BRANCH + DUE, repository));
        assertEquals(List.of(late), commits(counting("last") + DUE + LATE, repository));
        assertEquals(List.of(inTime), commits(counting("on-time") + DUE, repository));
        assertEquals(List.of(Instant.parse("2026-12-07T12:00:01Z")), commits(BRANCH, repository));
    }

    @Test
    void ifNoneIsInTimeTheLastThatStillCountsDoes() throws IOException {
        Path repository = committed("2026-12-05T00:00:00Z", "2026-12-07T12:00:00Z", "2026-12-07T12:00:01Z");
        assertEquals(List.of(Instant.parse("2026-12-07T12:00:00Z")), commits(BRANCH + DUE + LATE, repository));
        String line = refusal(read(BRANCH + DUE, repository));
        assertTrue(
                line.contains("has no commit on branch lab-kv-solution from 4 December 2026, 12:00:00 UTC or before"),
                line);
    }

    @Test
    void whatWasHandedOutIsNoHandIn() throws IOException {
        Path repository = Repository.in(directory.resolve("repository"))
                .write("KvServer.java", STARTER)
                .path();
        Repository student = Repository.in(repository);
        student.commit("2026-11-01T00:00:00Z");
        student.write("README.md", "mine").commit("2026-11-02T00:00:00Z");
        String line = refusal(read(BRANCH + DUE + LATE, repository));
        assertTrue(line.endsWith("or before, apart from 2 commits of what was handed out"), line);
        assertTrue(refusal(read(BRANCH, repository)).contains("apart from 2 commits"), line);

        student.write("KvServer.java", Packed.SERVER).commit("2026-12-05T00:00:00Z");
        student.write("KvServer.java", STARTER).commit("2026-12-06T00:00:00Z");
        assertEquals(List.of(Instant.parse("2026-12-05T00:00:00Z")), commits(BRANCH + DUE + LATE, repository));
    }

    @Test
    void ofARepositoryWithOtherFilesTheLabsFolderIsLookedAt() throws IOException {
        Repository student = Repository.in(directory.resolve("repository"));
        student.write("lab1/lab/KvServer.java", Packed.SERVER).commit("2026-11-01T00:00:00Z");
        String folder = "hand-in: { forms: [git], branch: lab-kv-solution, folder: labs/kv }\n";
        String line = refusal(read(folder, student.path()));
        assertTrue(line.contains(" has no folder labs/kv/, in which the lab is"), line);

        student.write("labs/kv/KvServer.java", STARTER)
                .write("labs/kv-old/Notes.java", STARTER)
                .commit("2026-11-02T00:00:00Z");
        assertTrue(refusal(read(folder, student.path())).contains("has no folder"), "the starter is no hand-in");
        student.write("labs/kv/KvServer.java", Packed.SERVER).commit("2026-11-03T00:00:00Z");
        IntakeResult.Received received = assertInstanceOf(IntakeResult.Received.class, read(folder, student.path()));
        assertEquals("labs/kv/KvServer.java", received.mainFile());
        assertEquals(Set.of("labs/kv/KvServer.java"), received.tree().digests().keySet());

        String workTree = "hand-in: { forms: [git], folder: labs/kv }\n";
        assertInstanceOf(IntakeResult.Received.class, read(workTree, student.path()));
    }

    /** An extension: what comes later counts as if it had come then. */
    @Test
    void anEarlierTimeThatIsGivenHoldsForEveryCommit() throws IOException {
        Path repository = committed("2026-11-01T00:00:00Z", "2026-12-31T00:00:00Z");
        Instant inTime = Instant.parse("2026-12-04T00:00:00Z");
        HandInPolicy.Content content = only(
                handInPolicy(BRANCH + DUE + LATE).read(Upload.at(repository).at(inTime)));
        assertEquals(
                Instant.parse("2026-12-31T00:00:00Z"),
                content.commit().orElseThrow().date().orElseThrow());
        assertEquals(Optional.of(inTime), content.time(Upload.at(repository)));
    }

    @Test
    void aLaterTimeThatIsGivenDoesNotMakeAnOldCommitLate() throws IOException {
        Path repository = committed("2026-12-04T11:59:00Z");
        Upload given = Upload.at(repository).at(Instant.parse("2026-12-05T00:00:00Z"));
        HandInPolicy.Content content = only(handInPolicy(BRANCH + DUE + LATE).read(given));
        assertEquals(Optional.of(Instant.parse("2026-12-04T11:59:00Z")), content.time(given));
    }

    /** Dated into the time allowed, after one that was not. */
    @Test
    void aCommitThatIsDatedBeforeItsParentIsForReview() throws IOException {
        Path repository = committed("2026-12-05T00:00:00Z", "2026-12-04T11:00:00Z");
        List<HandInPolicy.Content> contents = handInPolicy(BRANCH + DUE + LATE).read(Upload.at(repository));
        String review = contents.get(0).notes().toString();
        assertTrue(review.contains("is dated 4 December 2026, 11:00:00 UTC, before its parent"), review);
    }

    @Test
    void aShallowCloneIsNoStudentsFault() throws IOException {
        Path whole = committed("2026-12-04T11:00:00Z", "2026-12-05T00:00:00Z");
        Path clone = directory.resolve("clone");
        Repository.in(directory.resolve("other"))
                .git("clone", "-q", "--depth", "1", "file://" + whole, clone.toString());
        IntakeResult result = read(BRANCH + DUE + LATE, clone);
        Diagnostic reason = assertInstanceOf(IntakeResult.NotRead.class, result, result::toString)
                .reason();
        assertTrue(reason.message().contains("git fetch --unshallow"), reason.message());
    }

    private static String counting(String rule) {
        return BRANCH.replace(" }", ", counts: " + rule + " }");
    }

    private static List<Instant> commits(String rules, Path repository) {
        return handInPolicy(rules).read(Upload.at(repository)).stream()
                .map(content -> content.commit().orElseThrow().date().orElseThrow())
                .toList();
    }

    private static HandInPolicy.Content only(List<HandInPolicy.Content> contents) {
        assertEquals(1, contents.size());
        return contents.get(0);
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
        return only(handInPolicy(rules).read(Upload.at(path))).result();
    }

    private static HandInPolicy handInPolicy(String rules) {
        return new HandInPolicy(
                PolicyFixture.policy(PolicyFixture.MINIMUM + rules),
                OpenJob::open,
                received -> received.submission().files().get(0).text().equals(STARTER));
    }

    private static String refusal(IntakeResult result) {
        return assertInstanceOf(IntakeResult.Unusable.class, result, result::toString)
                .reason()
                .message();
    }
}
