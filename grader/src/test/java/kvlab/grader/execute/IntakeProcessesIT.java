package kvlab.grader.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.FindJob;
import kvlab.grader.intake.OpenJob;
import kvlab.grader.intake.Opened;
import kvlab.grader.intake.Packed;
import kvlab.grader.intake.Repository;
import kvlab.grader.intake.files.ArchiveShape;
import kvlab.grader.intake.files.IntakeLimits;
import kvlab.grader.intake.files.NotReadException;
import kvlab.grader.intake.files.UnusableException;
import kvlab.grader.intake.git.Branch;
import kvlab.grader.intake.git.CommitRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class IntakeProcessesIT {

    private static final int HEAP = 64;
    private static final Duration TIMEOUT = Duration.ofMinutes(1);

    @TempDir
    private Path directory;

    static Stream<Sandbox> sandboxes() {
        return Stream.of(Sandbox.none("this is a test"), Sandbox.best(2048));
    }

    /** Whatever the process sees, it reads the same as this one. */
    @ParameterizedTest
    @MethodSource("sandboxes")
    void archivesAndRepositoriesAreReadAsInThisProcess(Sandbox sandbox) throws IOException {
        Path class1 = Files.createDirectory(directory.resolve("class \u00e4\u03bb"));
        Repository alice = Repository.in(class1.resolve("alice"));
        alice.write("KvServer.java", "mine").write("\u00fc/b", "x").commit("2026-11-02T12:00:00Z");
        Path bob = Files.write(
                class1.resolve("bob.tar"),
                Packed.tar()
                        .file("KvServer.java", Packed.SERVER)
                        .file("\u00e9", "x")
                        .done());
        try (IntakeProcesses processes = processes(sandbox.forReading(List.of(class1)))) {
            for (OpenJob job : List.of(
                    new OpenJob.OfRepository(
                            alice.path(), Optional.of(Branch.named("lab-kv-solution")), IntakeLimits.DEFAULT),
                    archive(bob))) {
                assertEquals(job.open(), processes.open(job));
            }
            for (Instant latest : List.of(Instant.MAX, Instant.parse("2026-11-03T00:00:00Z"))) {
                FindJob commits = finding(alice.path(), latest);
                assertEquals(1, processes.find(commits).commits().size());
                assertEquals(commits.find(), processes.find(commits));
            }
            Path shallow = class1.resolve("shallow");
            alice.git("clone", "-q", "--depth", "1", "file://" + alice.path(), shallow.toString());
            FindJob lacking = finding(shallow, Instant.parse("2026-11-01T00:00:00Z"));
            NotReadException missing = assertThrows(NotReadException.class, () -> processes.find(lacking));
            assertEquals("intake.git-shallow", missing.diagnostic().code());
            IOException refusal = assertThrows(
                    UnusableException.class,
                    () -> processes.open(archive(Files.write(class1.resolve("c.tar"), new byte[1]))));
            assertTrue(refusal.getMessage().contains("intake.no-archive"), refusal::toString);
        }
    }

    private static FindJob finding(Path repository, Instant latest) {
        CommitRule rule =
                new CommitRule(Branch.named("lab-kv-solution"), Optional.of(latest), latest, Set.of("0123456"));
        return new FindJob(repository, rule, IntakeLimits.DEFAULT);
    }

    @Test
    void whatUsesUpTheMemoryOfTwoProcessesIsRefusedAndTheNextIsRead() throws IOException {
        Path large = Files.write(directory.resolve("large.tar"), new byte[IntakeLimits.DEFAULT.archiveBytes()]);
        Path bob = Files.write(
                directory.resolve("bob.tar"),
                Packed.tar().file("KvServer.java", Packed.SERVER).done());
        try (IntakeProcesses processes = new IntakeProcesses(Sandbox.none("this is a test"), HEAP / 4, TIMEOUT)) {
            UnusableException died = assertThrows(UnusableException.class, () -> processes.open(archive(large)));
            assertEquals("intake.opening-died", died.diagnostic().code());
            assertTrue(died.at("large.tar").getMessage().contains("out of memory: it may use 16 MB"), died::toString);
            Opened opened = processes.open(archive(bob));
            assertEquals(1, opened.tree().sources().size());
        }
    }

    @Test
    void whatTakesTooLongTwiceIsRefused() throws IOException {
        Path bob = Files.write(
                directory.resolve("bob.tar"),
                Packed.tar().file("KvServer.java", Packed.SERVER).done());
        try (IntakeProcesses hasty = new IntakeProcesses(Sandbox.none("this is a test"), HEAP, Duration.ofMillis(1))) {
            UnusableException slow = assertThrows(UnusableException.class, () -> hasty.open(archive(bob)));
            assertEquals("intake.too-slow", slow.diagnostic().code());
        }
    }

    @Test
    void aRepositoryThatGitDoesNotGetThroughTwiceIsRefused() throws IOException {
        Repository alice = Repository.in(directory.resolve("alice"));
        alice.write("KvServer.java", "mine").commit("2026-11-02T12:00:00Z");
        IntakeLimits usual = IntakeLimits.DEFAULT;
        IntakeLimits hasty = new IntakeLimits(
                usual.entries(),
                usual.fileBytes(),
                usual.archiveBytes(),
                usual.totalBytes(),
                usual.ratio(),
                Duration.ZERO);
        try (IntakeProcesses processes = processes(Sandbox.none("this is a test"))) {
            OpenJob job = new OpenJob.OfRepository(alice.path(), Optional.empty(), hasty);
            UnusableException slow = assertThrows(UnusableException.class, () -> processes.open(job));
            assertEquals("intake.too-slow", slow.diagnostic().code());
        }
    }

    /** As for files that the grader may read and a user without its rights may not. */
    @Test
    void whatTheSandboxDoesNotShowIsReadWithoutIt() throws IOException {
        Path bob = Files.write(
                directory.resolve("bob.tar"),
                Packed.tar().file("KvServer.java", Packed.SERVER).done());
        try (IntakeProcesses processes = processes(Sandbox.best(2048).forReading(List.of()))) {
            assertEquals(archive(bob).open(), processes.open(archive(bob)));
        }
    }

    @Test
    void aProcessThatDoesNotStartIsNotTheUploadsFault() throws IOException {
        Path bob = Files.write(directory.resolve("bob.tar"), new byte[0]);
        int tooSmall = 1;
        try (IntakeProcesses processes = new IntakeProcesses(Sandbox.none("this is a test"), tooSmall, TIMEOUT)) {
            assertThrows(NotReadException.class, () -> processes.open(archive(bob)));
        }
    }

    private static IntakeProcesses processes(Sandbox sandbox) {
        return new IntakeProcesses(sandbox, HEAP, TIMEOUT);
    }

    private static OpenJob archive(Path file) {
        return new OpenJob.OfArchive(file, ArchiveShape.ANY, IntakeLimits.DEFAULT);
    }
}
