package kvlab.grader.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.ClassFolder;
import kvlab.grader.intake.Packed;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.report.GuardedReports;
import kvlab.grader.report.html.HtmlReport;
import org.apache.commons.io.file.PathUtils;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A class of 40 hostile and 10 honest submissions in any order: the batch ends, the honest get what they get alone, and
 * nothing is left. Which attacks, and the order, follow from a seed; {@code -Dhostile.batches=20} tries 20 of them.
 * Attacks that cost a time-out are left to the tests of their families.
 */
class HostileBatchIT {

    private static final int BATCHES = Integer.getInteger("hostile.batches", 1);
    private static final int HOSTILE = 40;
    private static final int HONEST = 10;
    private static final int FORMS = 4;
    private static final String POLICY = """
            name: all
            suites: { core: { points: 10, schedules: 1 } }
            limits: { wall-clock: 1 min, heap: 64 MiB }
            hand-in: { forms: [directory, tar, zip, git], flat: false, branch: lab-kv-solution }
            """;

    /** Each costs seconds of a compiler, a heap or a disk. */
    private static final Set<String> COSTLY = Set.of("bomb-of-zeros", "bomb-of-names", "generics", "nested-overloads");

    private static final List<String> RUNTIME = List.of(
            "hostile-hash-and-equals",
            "hostile-message",
            "huge-message",
            "no-message",
            "overflows-the-stack",
            "prints-results",
            "sends-a-list",
            "sends-itself",
            "throws-an-assertion",
            "throws-an-error",
            "throws-out-of-memory");

    /** Makes one submission in a folder. */
    @FunctionalInterface
    private interface Making {
        void in(Path folder) throws IOException;
    }

    @TempDir
    private static Path directory;

    /** Honest results of the first batch, by the sandbox and the file. */
    private static final Map<String, String> EXPECTED = new TreeMap<>();

    static LongStream seeds() {
        return LongStream.rangeClosed(1, BATCHES);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    @Timeout(value = 15, unit = TimeUnit.MINUTES)
    void theBatchEndsAndTheHonestGetWhatIsTheirs(long seed) throws IOException {
        Sandbox sandbox = seed % 2 == 1 ? Sandbox.best(2048) : Sandbox.none("this is a test");
        Random random = new Random(seed);
        // The same place each time, which results state.
        Path folder = directory.resolve("class");
        Path out = directory.resolve("out");
        delete(folder);
        delete(out);
        Grader grader = Grader.by(Files.writeString(directory.resolve("policy.yaml"), POLICY));
        Files.createDirectories(folder);
        addHonest(folder);
        if (EXPECTED.keySet().stream().noneMatch(name -> name.startsWith(sandbox.isClosed() + "/"))) {
            List<StudentUploads> alone = ClassFolder.list(folder).students();
            grader.grade(alone, out, sandbox);
            EXPECTED.putAll(honest(out, sandbox));
            assertEquals(HONEST, alone.size());
            delete(out);
        }
        for (Making attack : hostile(random)) {
            attack.in(folder);
        }
        List<StudentUploads> students = new ArrayList<>(ClassFolder.list(folder).students());
        assertEquals(HONEST + HOSTILE, students.size());
        Collections.shuffle(students, random);
        Set<String> mounts = mounts();

        Grader.Graded graded = grader.grade(students, out, sandbox);
        GuardedReports reports = new GuardedReports();
        new HtmlReport(ResultDirectory.open(out)::pictureOf)
                .write(out.resolve("report"), List.copyOf(graded.results().values()), reports);

        assertEquals(List.of(), reports.missing());
        for (SubmissionResult result : graded.results().values()) {
            assertTrue(result.decided(), () -> result.submission() + " is not decided: " + result.tests());
            assertEquals(
                    result.submission().matches("honest-[02468]"),
                    result.score().signum() > 0,
                    () -> result.submission() + ": " + result.score());
        }
        Map<String, String> expected = new TreeMap<>(EXPECTED);
        expected.keySet().removeIf(name -> !name.startsWith(sandbox.isClosed() + "/"));
        assertEquals(expected, honest(out, sandbox));
        assertEquals(
                List.of(),
                ProcessHandle.current().descendants().map(ProcessHandle::info).toList());
        assertEquals(List.of(), temporary());
        assertEquals(mounts, mounts());
    }

    /** Opens no file, as other ways to delete do: a pipe would not let go. */
    private static void delete(Path path) throws IOException {
        if (Files.exists(path)) {
            PathUtils.deleteDirectory(path);
        }
    }

    private static void addHonest(Path folder) throws IOException {
        String right = Files.readString(Path.of("..", "solution", "src", "main", "java", "lab", "KvServer.java"));
        String skeleton = Files.readString(Path.of("..", "skeleton", "src", "main", "java", "lab", "KvServer.java"));
        for (int i = 0; i < HONEST; i++) {
            String name = "honest-" + i;
            String server = i % 2 == 0 ? right : skeleton;
            switch (i / 2 % FORMS) {
                case 0 ->
                    Files.writeString(
                            Files.createDirectory(folder.resolve(name)).resolve("KvServer.java"), server);
                case 1 ->
                    Files.write(
                            folder.resolve(name + ".tar"),
                            Packed.tar().file("KvServer.java", server).done());
                case 2 ->
                    Files.write(
                            folder.resolve(name + ".zip"),
                            Packed.zip()
                                    .file("KvServer.java", server.getBytes(StandardCharsets.UTF_8), 0)
                                    .done());
                default -> HostileRepository.with(server, folder.resolve(name));
            }
        }
    }

    /** What no batch goes without, and others by the seed. */
    private static List<Making> hostile(Random random) {
        List<Making> always = new ArrayList<>();
        List<Making> drawn = new ArrayList<>();
        for (HostileRepository kind : HostileRepository.values()) {
            always.add(folder -> kind.makeIn(folder.resolve(kind.name()), folder.resolve("honest-6")));
        }
        for (PackedAttack attack : PackedAttack.all()) {
            if (!COSTLY.contains(attack.name()) && attack.family().equals("archives")) {
                (attack.name().startsWith("chain") ? always : drawn)
                        .add(folder ->
                                Files.write(folder.resolve(attack.name() + "." + attack.ending()), attack.content()));
            }
        }
        for (String family : List.of("bytecode", "compiler", "text", "runtime")) {
            for (Attack attack : Attack.of(family)) {
                if (!COSTLY.contains(attack.name()) && (!family.equals("runtime") || RUNTIME.contains(attack.name()))) {
                    (attack.name().equals("many-paths") ? always : drawn).add(folder -> copy(attack, family, folder));
                }
            }
        }
        Collections.shuffle(drawn, random);
        return Stream.concat(always.stream(), drawn.stream()).limit(HOSTILE).toList();
    }

    private static void copy(Attack attack, String family, Path folder) throws IOException {
        Path made = Files.createDirectory(folder.resolve(family + "-" + attack.name()));
        Files.copy(attack.directory().resolve("KvServer.java"), made.resolve("KvServer.java"));
    }

    /** Results and pages of the honest. */
    private static Map<String, String> honest(Path out, Sandbox sandbox) throws IOException {
        Map<String, String> files = new TreeMap<>();
        for (int i = 0; i < HONEST; i++) {
            String file = "honest-" + i + ".json";
            files.put(sandbox.isClosed() + "/" + file, Files.readString(out.resolve(file)));
        }
        return files;
    }

    /** What this process, or one that it started, has left among temporary files. */
    private static List<Path> temporary() throws IOException {
        try (Stream<Path> files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            String mine = "kvlab-" + ProcessHandle.current().pid() + "-";
            return files.filter(file -> file.getFileName().toString().startsWith(mine))
                    .toList();
        }
    }

    private static Set<String> mounts() throws IOException {
        Path mounts = Path.of("/proc/self/mounts");
        return Files.exists(mounts)
                ? Files.readAllLines(mounts).stream().collect(Collectors.toCollection(TreeSet::new))
                : Set.of();
    }
}
