package kvlab.grader.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kvlab.schedule.TestCase;
import kvlab.sim.World.CoroutineKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same submission, test and seed give the same trace, byte for byte: again, after others, beside others, with either
 * kind of coroutine, in another JVM however it is set up, on another JDK, and on another machine.
 */
class DeterminismIT {
    private static final String REFERENCE = "keeps-all-duplicates";
    private static final String BY_IDENTITY_HASH = "orders-by-identity-hash";
    private static final String BY_A_SETS_ORDER = "pauses-by-a-sets-order";
    private static final long[] SEEDS = {1, 81};

    /** Of the reference server, as computed once on another machine. */
    private static final Path CHECKED_IN =
            Path.of("src", "test", "resources", "kvlab", "grader", "corpus", "trace-hashes.txt");

    private static final String CHECKED_IN_HEAD = """
            # SHA-256 of the traces of correct/keeps-all-duplicates, by suite, edition, test and seed: the same on every machine and JDK.
            # After a change that is meant to change schedules, raise the edition of the suites (@Suite) unless that edition is not
            # released yet. After any change of traces, renew this file from the top of the repository:
            # ./mvnw -q -pl harness,grader test -Dtest=DeterminismIT -Dsurefire.failIfNoSpecifiedTests=false -Dhashes.renew
            """;

    private static final TraceHashes HASHES =
            new TraceHashes(CoroutineKind.BATON, TestKit.CORPUS.entry("correct", REFERENCE));

    /** Computed first, and once: what every comparison is with. */
    private static final List<String> ALONE = HASHES.lines(SEEDS);

    @Test
    void theSameAgainAfterManyOthers() {
        HASHES.lines(2, 3, 4);
        new TraceHashes(CoroutineKind.BATON, TestKit.CORPUS.solution()).lines(SEEDS);
        assertEquals(ALONE, HASHES.lines(SEEDS));
    }

    @Test
    void theSameInAnotherOrderAndBesideOthers() {
        List<TestCase> backwards = new ArrayList<>(HASHES.tests());
        Collections.reverse(backwards);
        List<String> together = backwards.parallelStream()
                .flatMap(test -> Stream.of(HASHES.line(test, SEEDS[1]), HASHES.line(test, SEEDS[0])))
                .toList();
        assertEquals(
                ALONE.stream().sorted().toList(), together.stream().sorted().toList());
    }

    @Test
    void theSameForCorrectServersWithEitherKindOfCoroutine() {
        assumeTrue(
                CoroutineKind.best() == CoroutineKind.CONTINUATION,
                "this JVM has no continuations to offer: JDK 24 or newer has, with the export of jdk.internal.vm");
        List<CorpusEntry> correct = TestKit.CORPUS.correct();
        for (int i = 0; i < correct.size(); i += 3) { // all of them would take minutes
            CorpusEntry entry = correct.get(i);
            assertEquals(
                    new TraceHashes(CoroutineKind.BATON, entry).lines(SEEDS[1]),
                    new TraceHashes(CoroutineKind.CONTINUATION, entry).lines(SEEDS[1]),
                    entry.name());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "-XX:hashCode=0 -Duser.language=tr -Duser.country=TR -Duser.timezone=Asia/Kathmandu -XX:+UseSerialGC",
                "-XX:hashCode=1 -Duser.language=ar -Duser.country=EG -Duser.timezone=Pacific/Apia -XX:-TieredCompilation",
                "-XX:hashCode=2 -Duser.language=th -Duser.country=TH -XX:TieredStopAtLevel=1 -XX:+UseParallelGC",
                "-XX:hashCode=4 -Duser.language=hi -Duser.country=IN -Dfile.encoding=ISO-8859-1 -XX:+UseG1GC"
            })
    void theSameInAnotherJvmHoweverItIsSetUp(String options) throws Exception {
        ChildJvm other =
                ChildJvm.ofThisJdk().with("-XX:+UnlockExperimentalVMOptions").with(options.split(" "));
        assertEquals(ALONE, hashes(other, "baton", "correct", REFERENCE));
    }

    @Test
    void theSameOnAnotherJdk() throws Exception {
        ChildJvm other = ChildJvm.ofAnotherJdk()
                .orElseGet(() -> abort("there is no second JDK beside this one, nor in JAVA_HOME_25_X64"))
                .with("--add-exports", "java.base/jdk.internal.vm=ALL-UNNAMED");
        assertEquals(ALONE, hashes(other, "best", "correct", REFERENCE));
    }

    /** The library's unmodifiable sets are iterated in another order in each process. */
    @Test
    void theSameInEachProcessIfASetsOrderDecides() throws Exception {
        List<String> here =
                new TraceHashes(CoroutineKind.BATON, TestKit.CORPUS.entry("correct", BY_A_SETS_ORDER)).lines(SEEDS[0]);
        List<ChildJvm> others = Stream.concat(
                        Stream.of(ChildJvm.ofThisJdk(), ChildJvm.ofThisJdk()), ChildJvm.ofAnotherJdk().stream())
                .toList();
        for (ChildJvm other : others) {
            assertEquals(here, hashes(other, "baton", "correct", BY_A_SETS_ORDER, SEEDS[0]));
        }
    }

    @Test
    void theSameAsOnceOnAnotherMachine() throws IOException {
        String now = CHECKED_IN_HEAD + String.join("\n", ALONE) + "\n";
        if (System.getProperty("hashes.renew") != null) {
            Files.writeString(CHECKED_IN, now);
        }
        assertEquals(Files.readString(CHECKED_IN), now);
    }

    /** The comparison above would be worth nothing if it missed the commonest cause of other schedules. */
    @Test
    void notTheSameIfIdentityHashesDecideAnOrder() throws Exception {
        ChildJvm random = ChildJvm.ofThisJdk().with("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=0");
        ChildJvm constant = ChildJvm.ofThisJdk().with("-XX:+UnlockExperimentalVMOptions", "-XX:hashCode=2");
        assertNotEquals(
                hashes(constant, "baton", "nondeterministic", BY_IDENTITY_HASH),
                hashes(random, "baton", "nondeterministic", BY_IDENTITY_HASH));
    }

    private static List<String> hashes(ChildJvm jvm, String coroutines, String kind, String name) throws Exception {
        return hashes(jvm, coroutines, kind, name, SEEDS);
    }

    private static List<String> hashes(ChildJvm jvm, String coroutines, String kind, String name, long... seeds)
            throws Exception {
        String[] arguments = Stream.concat(
                        Stream.of(coroutines, kind, name), LongStream.of(seeds).mapToObj(String::valueOf))
                .toArray(String[]::new);
        ChildJvm.Result result = jvm.run(TraceHashes.class, arguments);
        assertEquals(0, result.exit(), result.output());
        return result.output().lines().toList();
    }
}
