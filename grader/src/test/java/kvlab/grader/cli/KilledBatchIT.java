package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import kvlab.grader.corpus.Corpus;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The real command, in a process of its own, is killed as the kernel kills, begun again, killed again, and at last gets to
 * the end. Moments are parts of the time that the whole batch takes, so that they fall everywhere in it on any machine.
 * {@code -Dkills=100} kills more often.
 */
@EnabledOnOs(OS.LINUX)
class KilledBatchIT {

    private static final int KILLS = Integer.getInteger("kills", 4);

    /** Then it may end: on a machine that has become slower, each moment may come before the first result. */
    private static final int KILLS_OF_A_BATCH = 4;

    private static final Path KIT = Path.of("..").toAbsolutePath().normalize();

    @TempDir
    private Path directory;

    private Path policy;
    private Path submissions;

    @BeforeEach
    void aSmallClass() throws IOException {
        policy = Files.writeString(directory.resolve("policy.yaml"), """
            name: small
            suites: { core: { points: 0, schedules: 1, tests: { 5: { points: 1 } } } }
            """);
        submissions = directory.resolve("class");
        handIn("alice", "KvServer.java", Files.readString(KIT.resolve("solution/src/main/java/lab/KvServer.java")));
        handIn(
                "bob",
                "KvServer.java",
                new Corpus(KIT).entry("wrong", "throws").source("KvServer.java").orElseThrow());
        handIn("carol", "KvServer.java", "package lab;\nclass KvServer {");
        handIn("dave", "notes.txt", "nothing yet");
        handIn("erin", "kvserver.java", "package lab;");
        handIn("frank", "KvServer.class", "");
    }

    private void handIn(String student, String file, String text) throws IOException {
        Files.writeString(Files.createDirectories(submissions.resolve(student)).resolve(file), text);
    }

    @Test
    void aBatchThatIsKilledAtAnyMomentAndBegunAgainEndsInTheSameFiles() throws Exception {
        GraderProcess grader = GraderProcess.in(directory.resolve("grader"), KIT);
        long start = System.nanoTime();
        grader.runToItsEnd(batch("undisturbed"));
        Duration whole = Duration.ofNanos(System.nanoTime() - start);
        FileTree expected = FileTree.of(directory.resolve("undisturbed"));
        assertEquals(6, expected.count(".json"), expected.toString());

        Random moments = new Random(1);
        int kills = 0;
        for (int round = 1; kills < KILLS; round++) {
            String out = "killed-" + round;
            boolean killed = true;
            for (int i = 0; i < KILLS_OF_A_BATCH && killed; i++) {
                killed = grader.killedAfter(part(whole, moments), batch(out));
                kills += killed ? 1 : 0;
            }
            if (killed) {
                grader.runToItsEnd(batch(out));
            }
            assertEquals(expected, FileTree.of(directory.resolve(out)), "round " + round + ", kills " + kills);
            grader.assertLeftNothingBehind();
        }
    }

    /** More often early than late, since a batch that goes on where it was takes less time each time. */
    private static Duration part(Duration whole, Random moments) {
        double part = moments.nextDouble();
        return Duration.ofNanos((long) (part * part * whole.toNanos()));
    }

    private String[] batch(String out) {
        return new String[] {"grade", "--policy", "" + policy, "--out", "" + directory.resolve(out), "" + submissions};
    }
}
