package kvlab.grader.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import kvlab.grader.intake.files.IntakeLimits;
import kvlab.grader.intake.files.UnusableException;
import kvlab.grader.intake.git.Branch;
import org.apache.commons.io.FileUtils;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Repositories that lead elsewhere, or that git does not get through. */
class HostileRepositoriesIT {

    private static final String EARLY = "2026-11-01T12:00:00Z";
    private static final String BRANCH = "lab-kv-solution";

    @TempDir
    private Path directory;

    private Repository alice;

    @BeforeEach
    void makeRepository() throws IOException {
        alice = Repository.in(directory.resolve("alice"));
    }

    /** Each could lead to what a neighbour has committed. */
    @ParameterizedTest
    @ValueSource(
            strings = {"refs", "refs/heads", "objects/pack", "objects/00", "packed-refs", "HEAD", "hooks/x", "shallow"})
    void linksBelowTheRepositoryAreRefused(String place) throws Exception {
        Repository neighbour = Repository.in(directory.resolve("neighbour"));
        neighbour.write("KvServer.java", "stolen").commit(EARLY);
        neighbour.git("repack", "-q", "-a", "-d");
        alice.write("KvServer.java", "mine").commit(EARLY);
        Path link = alice.path().resolve(".git").resolve(place);
        FileUtils.forceMkdirParent(link.toFile());
        if (Files.exists(link)) {
            FileUtils.forceDelete(link.toFile());
        }
        Files.createSymbolicLink(link, neighbour.path().resolve(".git").resolve(place));
        assertRefused(place.equals("HEAD") ? "" : "holds a symbolic link, " + place);
    }

    @Test
    void aRepositoryThatIsAFileOrNamesAnotherOneIsElsewhere() throws Exception {
        Repository neighbour = Repository.in(directory.resolve("neighbour"));
        neighbour.write("KvServer.java", "stolen").commit(EARLY);
        Path mine = alice.path().resolve(".git");
        Path his = neighbour.path().resolve(".git");
        Files.writeString(mine.resolve("commondir"), his + "\n");
        assertRefused("whose repository is somewhere else");
        FileUtils.deleteDirectory(mine.toFile());
        Files.writeString(mine, "gitdir: " + his + "\n");
        assertRefused("whose repository is somewhere else");
    }

    @Test
    void aPipeAmongTheObjectsIsNotWaitedFor() throws Exception {
        alice.write("KvServer.java", "mine").commit(EARLY);
        Path pack = Files.createDirectories(alice.path().resolve(".git/objects/pack"));
        alice.git("-c", "alias.pipe=!mkfifo " + pack.resolve("pack-0.idx"), "pipe");
        assertRefused("holds a pipe, a socket or a device, objects/pack/pack-0.idx");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4611686018427387904", "9223372036854775808", "253402300800"})
    void aTimeThatNoClockShowsIsRefused(String seconds) throws Exception {
        alice.write("KvServer.java", "mine").commit(EARLY);
        String commit =
                alice.git("cat-file", "-p", "HEAD").replaceFirst("(?m)^(committer .*>) \\d+", "$1 " + seconds) + "\n";
        alice.write("commit", commit);
        String forged = alice.git("hash-object", "-t", "commit", "-w", "--literally", "commit");
        Files.writeString(alice.path().resolve(".git/refs/heads/" + BRANCH), forged + "\n");
        assertRefused("has an impossible time");
    }

    @Test
    void aBranchWithANameOfManyPartsIsRefused() throws Exception {
        Files.writeString(alice.path().resolve(".git/HEAD"), "ref: refs/heads/" + "a/".repeat(1 << 20) + "a\n");
        OpenJob job = new OpenJob.OfRepository(alice.path(), Optional.empty(), IntakeLimits.DEFAULT);
        UnusableException refusal = assertThrows(UnusableException.class, job::open);
        assertEquals("intake.git-odd-branch", refusal.diagnostic().code());
    }

    private void assertRefused(String line) {
        IntakeResult result = new Intake().withRevision(Branch.named(BRANCH)).read(alice.path());
        String refusal = assertInstanceOf(IntakeResult.Unusable.class, result, result::toString)
                .reason()
                .message();
        assertTrue(refusal.contains(line), refusal);
    }
}
