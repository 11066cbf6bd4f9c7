package kvlab.grader.execute;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.ApiRules;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.CorpusEntry;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.SourceFile;
import kvlab.submission.Part;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckProcessesIT {

    private static final Duration TIMEOUT = Duration.ofMinutes(1);
    private static final int HEAP = 64;
    private static final Corpus CORPUS = new Corpus(Path.of(System.getProperty("kvlab.home")));

    private final CheckProcesses processes = new CheckProcesses(HEAP, Sandbox.none("this is a test"));

    @AfterEach
    void endProcesses() {
        processes.close();
    }

    /** In one process after the other, and in this one, which has compiled much else. */
    @Test
    void theSameSourceIsBuiltAlikeHoweverManyWereBuiltBefore() throws InterruptedException {
        List<CorpusEntry> entries = Stream.concat(CORPUS.correct().stream(), CORPUS.wrong().stream())
                .limit(15)
                .toList();
        for (CorpusEntry entry : entries) {
            CheckJob job = job(entry.files());
            assertAlike(entry.place(), job.check(), processes.check(job, TIMEOUT));
        }
    }

    @Test
    void allOfTheCorpusIsOrdinary() {
        Stream.concat(CORPUS.correct().stream(), CORPUS.wrong().stream())
                .forEach(entry -> assertTrue(OrdinarySource.areAll(entry.files()), entry.place()));
    }

    @Test
    void whatDoesNotCompileIsRejectedWithItsErrors() throws InterruptedException {
        CheckJob job = job(List.of(server("int x = ;")));
        Checked.DoesNotCompile rejected = assertInstanceOf(Checked.DoesNotCompile.class, processes.check(job, TIMEOUT));
        assertEquals(job.check(), rejected);
        assertEquals(1, rejected.errors().size());
    }

    /** A few lines whose constants the compiler folds to more than it may have: nobody else's build is lost with it. */
    @Test
    void aSourceThatTheCompilerDoesNotSurviveIsRejectedAndTheNextIsBuilt() throws InterruptedException {
        CheckJob good = job(List.of(server("int x = 1;")));
        assertInstanceOf(Checked.Accepted.class, processes.check(good, TIMEOUT));
        CheckJob bomb = job(List.of(server(foldedTo(1 << 28))));
        assertTrue(OrdinarySource.areAll(bomb.sources()), "or a fresh process would have been taken");
        Checked.DoesNotCompile rejected =
                assertInstanceOf(Checked.DoesNotCompile.class, processes.check(bomb, TIMEOUT));
        assertTrue(
                rejected.reason().message().contains("out of memory: it may use 64 MB"),
                rejected.reason().message());
        assertInstanceOf(Checked.Accepted.class, processes.check(good, TIMEOUT));
    }

    /** The memory of a process that serves many is smaller, and that is nobody's fault. */
    @Test
    void aSourceThatASharedProcessDoesNotSurviveIsTriedAlone() throws InterruptedException {
        CheckJob large = job(List.of(server(foldedTo(1 << 25))));
        try (CheckProcesses roomy = new CheckProcesses(512, Sandbox.none("this is a test"))) {
            Checked.DoesNotCompile rejected =
                    assertInstanceOf(Checked.DoesNotCompile.class, roomy.check(large, TIMEOUT));
            assertTrue(
                    rejected.reason().message().contains("constant string too long"),
                    rejected.reason().message());
        }
    }

    @Test
    void aCompilerThatDoesNotGetThroughIsWaitedForOnlySoLong() throws InterruptedException {
        Checked.DoesNotCompile rejected = assertInstanceOf(
                Checked.DoesNotCompile.class,
                processes.check(job(List.of(server("int x = 1;"))), Duration.ofMillis(1)));
        assertTrue(
                rejected.reason().message().contains("it was not done after"),
                rejected.reason().message());
    }

    @Test
    void aProcessThatDoesNotGetToWorkIsNotTheSubmissionsFault() throws InterruptedException {
        try (CheckProcesses deadly =
                new CheckProcesses(HEAP, Sandbox.open(Diagnostic.of("sandbox.none"), List.of("false")))) {
            assertInstanceOf(Checked.Broken.class, deadly.check(job(List.of(server(""))), TIMEOUT));
        }
    }

    /** The one that is shared and the one that is not are lost; what comes after them is not. */
    @Test
    void aCheckThatTheKitFailedIsDoneAgain(@TempDir Path directory) throws InterruptedException {
        String script = "for try in 1 2; do mkdir " + directory + "/$try 2>/dev/null && exit 1; done; exec \"$@\"";
        Sandbox failing = Sandbox.open(Diagnostic.of("sandbox.none"), List.of("/bin/sh", "-c", script, "sh"));
        try (CheckProcesses failingTwice = new CheckProcesses(HEAP, failing)) {
            assertInstanceOf(Checked.Accepted.class, failingTwice.check(job(List.of(server(""))), TIMEOUT));
        }
    }

    @Test
    void whatMayTakeTheCompilerToItsLimitsIsNotOrdinary() {
        Stream.of(
                        "(".repeat(200) + "1" + ")".repeat(200),
                        "1" + "+1".repeat(3_000),
                        "\\u0028",
                        "/*" + " ;".repeat(40_000) + "*/1")
                .map(expression -> server("int x = " + expression + ";"))
                .forEach(source -> assertTrue(!OrdinarySource.areAll(List.of(source)), source.text()));
    }

    private static void assertAlike(String name, Checked expected, Checked actual) {
        if (expected instanceof Checked.Accepted built) {
            Checked.Accepted other = assertInstanceOf(Checked.Accepted.class, actual, name);
            assertEquals(built.classes().keySet(), other.classes().keySet(), name);
            built.classes()
                    .forEach((type, bytes) ->
                            assertArrayEquals(bytes, other.classes().get(type), name));
        } else {
            assertEquals(expected, actual, name);
        }
    }

    private static String foldedTo(int length) {
        StringBuilder members = new StringBuilder("static final String S0 = \"xxxxxxxxxxxxxxxx\";");
        for (int i = 1; 16 << i <= length; i++) {
            members.append("static final String S")
                    .append(i)
                    .append(" = S")
                    .append(i - 1)
                    .append(" + S")
                    .append(i - 1)
                    .append(";\n");
        }
        return members.toString();
    }

    private static CheckJob job(List<SourceFile> sources) {
        return new CheckJob(sources, Set.of(Part.SERVER), ApiRules.NONE);
    }

    private static SourceFile server(String members) {
        return new SourceFile("KvServer.java", """
            package lab;
            import kvlab.api.*;
            public final class KvServer implements KeyValueServer {
                public KvServer(ServerContext context) {}
                @Override public Status put(RequestId request, String key, String value) { return Status.TIMEOUT; }
                @Override public Status append(RequestId request, String key, String value) { return Status.TIMEOUT; }
                @Override public GetResult get(RequestId request, String key) { return GetResult.failed(Status.TIMEOUT); }
                @Override public void onNextCommand(CommittedCommand committed) {}
            """ + members + "\n}\n");
    }
}
