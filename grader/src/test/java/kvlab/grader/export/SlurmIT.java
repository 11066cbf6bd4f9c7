package kvlab.grader.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A class graded by a real Slurm. Not run by {@code verify}, for it takes most of a minute and programs that few machines
 * have: {@code ./mvnw -pl grader -am test -Dtest=SlurmIT -Dsurefire.failIfNoSpecifiedTests=false}. It grades with the kit
 * that {@code ./kvlab} has built.
 */
class SlurmIT {

    private static final Path KIT =
            Path.of(System.getProperty("kvlab.home", "..")).toAbsolutePath().normalize();
    private static final List<String> CLASS = List.of(
            "any-server-answers-reads",
            "append-prepends",
            "put-appends",
            "remembers-every-request",
            "throws",
            "wakes-the-wrong-waiter");

    @TempDir
    private Path directory;

    private SlurmCluster cluster;
    private Path course;

    @BeforeEach
    void aClusterAndAClass() throws Exception {
        Optional<String> missing = SlurmCluster.missing();
        assumeTrue(missing.isEmpty(), () -> "no Slurm here: " + missing.orElseThrow());
        cluster = new SlurmCluster(Files.createDirectory(directory.resolve("cluster")));
        course = Files.createDirectory(directory.resolve("it's \"CS 101\", 100%a"));
        for (String name : CLASS) {
            Path submission =
                    Files.createDirectories(course.resolve("the class").resolve(name));
            CorpusEntry entry = new Corpus(KIT).entry("wrong", name);
            Files.writeString(
                    submission.resolve("KvServer.java"),
                    entry.source("KvServer.java").orElseThrow());
        }
    }

    @AfterEach
    void nothingIsLeftRunning() {
        if (cluster != null) {
            cluster.close();
        }
    }

    @Test
    void aNodeThatDiesAmidTheBatchChangesNoByteOfAnyResult() throws Exception {
        kvlab("grade", "the class", "--schedules=100", "--out=alone", "--no-reports");
        kvlab("export", "slurm", "the class", "--schedules=100", "--out=results", "--into=job scripts", "--per-task=3");

        submit();
        cluster.await(() -> !results("results").isEmpty() && isBusy("node1"), "a result is there and node1 at work");
        cluster.cutPower("node1");
        int beforeTheCut = results("results").size();
        cluster.await(() -> cluster.jobs().isBlank(), "all jobs have ended");

        assertTrue(beforeTheCut < CLASS.size(), "the power failed too late to harm anything");
        assertTrue(cluster.run("scontrol", "show", "job", "-o").contains("Restarts=1"), "no task was interrupted");
        assertEquals(CLASS, List.copyOf(results("results").keySet()));
        assertEquals(results("alone"), results("results"));
        assertFalse(mergeLog().contains("not graded"), mergeLog());

        TreeMap<String, FileTime> times = times();
        submit();
        cluster.await(() -> cluster.jobs().isBlank(), "all jobs have ended again");
        assertEquals(times, times(), "what was graded was graded again");
    }

    private boolean isBusy(String node) {
        return !cluster.jobs("--nodelist=" + node, "--states=RUNNING").isBlank();
    }

    private void submit() {
        cluster.run(
                "sh", course.resolve("job scripts").resolve(SlurmArray.SUBMIT).toString());
    }

    /** The results as text, by the submissions' names. */
    private TreeMap<String, String> results(String out) {
        TreeMap<String, String> results = new TreeMap<>();
        for (File file :
                Optional.ofNullable(course.resolve(out).toFile().listFiles()).orElse(new File[0])) {
            if (file.getName().endsWith(".json")) {
                try {
                    results.put(file.getName().replace(".json", ""), Files.readString(file.toPath()));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            }
        }
        return results;
    }

    private TreeMap<String, FileTime> times() throws IOException {
        TreeMap<String, FileTime> times = new TreeMap<>();
        for (String name : CLASS) {
            times.put(name, Files.getLastModifiedTime(course.resolve("results").resolve(name + ".json")));
        }
        return times;
    }

    /** What the merge printed: the one log that is no task's. */
    private String mergeLog() throws IOException {
        try (Stream<Path> logs = Files.list(course.resolve("job scripts").resolve("logs"))) {
            return Files.readString(
                    logs.filter(log -> log.getFileName().toString().matches("\\d+\\.txt"))
                            .findFirst()
                            .orElseThrow());
        }
    }

    private void kvlab(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(KIT.resolve("kvlab").toString()));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .directory(course.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes());
        assertEquals(0, process.waitFor(), output);
    }
}
