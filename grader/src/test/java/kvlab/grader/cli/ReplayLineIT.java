package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import kvlab.grader.intake.Packed;
import kvlab.grader.intake.Repository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whatever was handed in, and whatever lies around it: the TA's line, taken from the result and pasted into a shell, fails as
 * the grader saw it fail. What a submission answers to a get says which state of its sources runs.
 */
class ReplayLineIT {

    private static final Path LAB = Path.of("..", "solution", "src", "main", "java", "lab");
    private static final Path KIT = Path.of("..", "skeleton", "src", "main", "java", "lab");
    private static final Path OWN_RAFT = Path.of("src", "test", "corpus", "base", "own-raft", "StudentRaft.java");
    private static final String GRADED = "the graded one";
    private static final String OTHER = "another one";
    private static final String HANDS_IN_NOTHING = "zoe";

    private static final String FIRST_TEST = "core: { points: 0, schedules: 2, tests: { 1: { points: 10 } } }";
    private static final String CORE = """
            name: one
            suites: { %s }
            seed: 41
            due: { at: 2026-11-02 00:00, zone: UTC }
            hand-in: { branch: lab-kv-solution }
            """.replace("%s", FIRST_TEST);
    private static final String EXTENDED = """
            name: extended
            suites: { extended: { points: 0, schedules: 2, tests: { 1: { points: 5 } } } }
            seed: 41
            files: { allowed: [Clerk.java, KvServer.java, Common.java, StudentRaft.java] }
            """;

    @TempDir
    private Path temporary;

    private Path classes;
    private Path folder;

    @BeforeEach
    void make() throws IOException {
        classes = temporary.resolve("it's $HOME; `x` & \u202e*");
        folder = inAClass("class");
    }

    /** A new folder. Somebody else is in the class too, who handed in nothing. */
    private Path inAClass(String name) throws IOException {
        Path made = classes.resolve(name);
        Files.createDirectories(made.resolve(HANDS_IN_NOTHING));
        return made;
    }

    /** Puts a submission into the folder of a class, and says where. */
    @FunctionalInterface
    private interface Putting {
        Path into(Path folder) throws IOException;
    }

    /** Ways to hand in one file, the server. */
    private enum Form {
        DIRECTORY(folder -> {
            write(folder, "alice/KvServer.java", server(GRADED));
            return folder.resolve("alice");
        }),
        COPY_OF_THE_KIT(folder -> {
            String lab = "alice/lab 3/skeleton/src/main/java/lab/";
            for (String name : List.of("Clerk.java", "package-info.java")) {
                write(folder, lab + name, Files.readString(KIT.resolve(name)));
            }
            write(folder, lab + "KvServer.java", server(GRADED));
            return folder.resolve("alice");
        }),
        GIT(Form::repository),
        BARE_REPOSITORY(folder -> {
            Path bare = folder.resolve("alice.git");
            Path clone = repository(folder.resolveSibling("elsewhere"));
            Repository.in(clone).git("clone", "-q", "--bare", clone.toString(), bare.toString());
            return bare;
        }),
        TAR(folder -> put(
                folder.resolve("alice.tar"),
                Packed.tar().file("lab/KvServer.java", server(GRADED)).done())),
        COMPRESSED_TAR(folder -> put(
                folder.resolve("alice.tgz"),
                Packed.gzip(Packed.tar().file("KvServer.java", server(GRADED)).done()))),
        ZIP(folder -> put(
                folder.resolve("alice.zip"),
                Packed.zip().file("lab/KvServer.java", server(GRADED)).done())),
        ARCHIVE_IN_A_DIRECTORY(folder -> {
            Path alice = Files.createDirectories(folder.resolve("alice"));
            put(
                    alice.resolve("handin.zip"),
                    Packed.zip().file("KvServer.java", server(GRADED)).done());
            return alice;
        }),
        SOURCE_NAMED_AFTER_ITS_STUDENT(folder -> write(folder, "alice.java", server(GRADED))),
        CANVAS_SOURCE(folder -> write(folder, "doejane_LATE_111_301_KvServer-1.java", server(GRADED))),
        CANVAS_ARCHIVE(folder -> {
            put(
                    folder.resolve("doejane_111_300_handin.zip"),
                    Packed.zip().file("KvServer.java", server(OTHER)).done());
            return put(
                    folder.resolve("doejane_111_301_handin-1.zip"),
                    Packed.zip().file("KvServer.java", server(GRADED)).done());
        }),
        MOODLE_FOLDER(folder -> write(folder, "Jane Doe_111_assignsubmission_file_/KvServer.java", server(GRADED))),
        MOODLE_SOURCE(folder -> write(folder, "Jane Doe_111_assignsubmission_file_KvServer.java", server(GRADED))),
        GRADESCOPE(folder -> {
            write(folder, "submission_metadata.yml", "submission_111:\n  :created_at: 2026-11-01 16:40:32 Z\n");
            return write(folder, "submission_111/KvServer.java", server(GRADED));
        }),
        AUTOLAB_ARCHIVE(folder -> put(
                folder.resolve("jane@x.edu_2_handin.tar"),
                Packed.tar().file("KvServer.java", server(GRADED)).done())),
        AUTOLAB_SOURCE(folder -> {
            write(folder, "jane@x.edu_1_KvServer.java", server(OTHER));
            return write(folder, "jane@x.edu_2_KvServer.java", server(GRADED));
        });

        private final Putting putting;

        Form(Putting putting) {
            this.putting = putting;
        }

        /** With commits after the deadline, another branch checked out, and a work tree that is like no commit. */
        private static Path repository(Path folder) throws IOException {
            Repository alice = Repository.in(folder.resolve("alice"));
            alice.write("src/KvServer.java", server(GRADED)).commit("2026-11-01T12:00:00Z");
            alice.write("src/KvServer.java", server(OTHER)).commit("2026-11-03T12:00:00Z");
            alice.git("checkout", "-q", "-b", "experiment");
            alice.write("src/KvServer.java", server(OTHER)).commit("2026-11-01T13:00:00Z");
            alice.write("src/KvServer.java", "does not compile");
            return alice.path();
        }
    }

    /** In one batch: each in the folder of a class of its own, and some by their own paths. */
    @TestFactory
    Stream<DynamicTest> theLineOfEveryFormShowsTheSameFailureAgain() throws IOException {
        Map<String, Path> graded = new LinkedHashMap<>();
        for (Form form : Form.values()) {
            Path ofAClass = inAClass("class of " + form);
            form.putting.into(ofAClass);
            graded.put("class of " + form, ofAClass);
        }
        for (Form form : List.of(Form.GIT, Form.SOURCE_NAMED_AFTER_ITS_STUDENT, Form.CANVAS_SOURCE)) {
            graded.put("only " + form, form.putting.into(inAClass("only " + form)));
        }
        grade(CORE, graded.values());
        return graded.keySet().stream()
                .map(name -> dynamicTest(name, () -> assertReplayed(studentWhoseReplayNames("/" + name + "/"))));
    }

    @Test
    void nothingIsReplayedWhereNothingRan() throws Exception {
        write(folder, "alice/KvServer.java", "does not compile");
        grade(CORE, folder);
        assertEquals("", failure(HANDS_IN_NOTHING).get("replay").asString());
    }

    @Test
    void aLaterCommitAChangedWorkTreeAndALaterPolicyDoNotMatter() throws Exception {
        Path alice = Form.GIT.putting.into(folder);
        grade(CORE, folder);
        Repository.in(alice).write("src/KvServer.java", server(OTHER)).commit("2026-11-01T14:00:00Z");
        Files.delete(temporary.resolve("policy.yaml"));
        assertReplayed("alice");
    }

    @Test
    void theWorkTreeIsWhatIsTestedWhereNoCommitIsAskedFor() throws Exception {
        Path alice = Form.GIT.putting.into(folder);
        Repository.in(alice).write("src/KvServer.java", server("not yet committed"));
        Run run = test(List.of("test", alice.toString(), "--test", "1"));
        assertEquals(ExitCode.TEST_FAILED, run.exitCode());
        assertTrue(run.output().contains("not yet committed"), run.output());
    }

    @Test
    void theKitsOwnFilesTakeThePlaceOfThoseThatThePolicyReplaces() throws Exception {
        Form.DIRECTORY.putting.into(folder);
        write(folder, "alice/Clerk.java", "does not compile");
        write(folder, "alice/More.java", "does not compile either");
        grade(CORE + "files: { restricted: replace }\n", folder);
        assertReplayed("alice");
    }

    @Test
    void whatThePolicyAllowsAndForbidsHoldsForTheLineToo() throws Exception {
        Form.DIRECTORY.putting.into(folder);
        String random = "package lab; class More { Object more = new java.util.Scanner(\"\").next(); }";
        write(folder, "alice/More.java", random);
        write(folder, "bob/KvServer.java", server(GRADED));
        String files = "files: { allowed: [KvServer.java, More.java] }\n";
        grade(CORE + files + "api: { allow: [java.util.Scanner], forbid: ['java.util.Map#merge'] }\n", folder);
        for (String student : List.of("alice", "bob")) {
            String finding = failure(student).get("detail").asString();
            Run run = test(words(student));
            assertEquals(ExitCode.WRONG_USE, run.exitCode());
            assertTrue(finding.contains("java.util.Map.merge"), finding);
            assertEquals(finding, run.errors().lines().findFirst().orElseThrow());
        }
        grade(CORE + files + "api: { allow: [java.util.Scanner] }\n", folder, "--replace");
        assertReplayed("alice");
        assertReplayed("bob");
    }

    @Test
    void severalLooseSourcesAreOneSubmissionAgain() throws Exception {
        int attachment = 300;
        for (Map.Entry<String, String> file : extended().entrySet()) {
            write(folder, "doejane_111_" + attachment++ + "_" + file.getKey(), file.getValue());
            write(folder, "Jane Roe_222_assignsubmission_file_" + file.getKey(), file.getValue());
        }
        grade(EXTENDED, folder);
        assertReplayed("doejane_111");
        assertReplayed("Jane_Roe_222");
    }

    @Test
    void theExtendedLabsTarIsReplayed() throws Exception {
        Packed.Tar tar = Packed.tar();
        extended().forEach(tar::file);
        put(folder.resolve("jane@x.edu_1_handin.tar"), tar.done());
        grade(EXTENDED + "hand-in: { forms: [tar], flat: true }\n", folder);
        assertReplayed("jane@x.edu");
    }

    /** As the model, but every get reads this. */
    private static String server(String answer) throws IOException {
        String model = Files.readString(LAB.resolve("KvServer.java"));
        return replaced(model, "store.getOrDefault(key, \"\")", "\"" + answer + "\"");
    }

    private static String replaced(String text, String old, String other) {
        assertTrue(text.contains(old), () -> "the file no longer has " + old);
        return text.replace(old, other);
    }

    /** Each of the four files is needed for the failure. */
    private static Map<String, String> extended() throws IOException {
        Map<String, String> files = new TreeMap<>();
        files.put("KvServer.java", Files.readString(LAB.resolve("KvServer.java")));
        files.put(
                "Clerk.java",
                replaced(
                        Files.readString(LAB.resolve("Clerk.java")), ".map(GetResult::value)", ".map(Common::answer)"));
        files.put(
                "Common.java",
                "package lab; class Common { static String answer(Object result) { return StudentRaft.NAME; } }");
        files.put(
                "StudentRaft.java",
                replaced(
                        Files.readString(OWN_RAFT),
                        "private static final int NOBODY",
                        "static final String NAME = \"" + GRADED + "\"; private static final int NOBODY"));
        return files;
    }

    private void assertReplayed(String student) throws Exception {
        JsonNode failure = failure(student);
        String message = failure.get("diagnostic").get("message").asString();
        assertTrue(message.contains(GRADED), message);
        Run run = test(words(student));
        assertEquals(ExitCode.TEST_FAILED, run.exitCode(), () -> failure.get("replay") + "\n" + run);
        assertTrue(run.output().contains(" Failed: " + message + "\n"), run.output());
        assertTrue(run.output().contains("  replay: " + failure.get("replay").asString() + "\n"), run.output());
    }

    private List<String> words(String student) throws Exception {
        return ShellWords.after("./kvlab", failure(student).get("replay").asString());
    }

    private void grade(String policy, Path path, String... more) throws IOException {
        grade(policy, List.of(path), more);
    }

    private void grade(String policy, Collection<Path> paths, String... more) throws IOException {
        Path file = Files.writeString(temporary.resolve("policy.yaml"), policy);
        List<String> arguments = new ArrayList<>(List.of("grade", "--policy", "" + file, "--no-reports"));
        arguments.addAll(List.of("--out", "" + temporary.resolve("out")));
        arguments.addAll(List.of(more));
        paths.forEach(path -> arguments.add("" + path));
        assertEquals(ExitCode.OK, KvlabCommand.run(arguments.toArray(String[]::new)));
    }

    private JsonNode failure(String student) throws IOException {
        String json = Files.readString(temporary.resolve("out").resolve(student + ".json"));
        return new JsonMapper().readTree(json).get("tests").get(0).get("firstFailure");
    }

    private String studentWhoseReplayNames(String place) throws IOException {
        List<String> students = new ArrayList<>();
        for (String file : FileTree.of(temporary.resolve("out")).texts().keySet()) {
            String student = file.replaceFirst("\\.json$", "");
            if (!student.equals(file)
                    && failure(student).get("replay").asString().contains(place)) {
                students.add(student);
            }
        }
        assertEquals(1, students.size(), () -> place + ": " + students);
        return students.get(0);
    }

    private record Run(int exitCode, String output, String errors) {}

    private static Run test(List<String> words) {
        Terminal terminal = new Terminal();
        int exitCode = terminal.run(words.toArray(String[]::new));
        return new Run(exitCode, terminal.out(), terminal.err());
    }

    private static Path write(Path folder, String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    private static Path put(Path file, byte[] content) throws IOException {
        return Files.write(file, content);
    }
}
