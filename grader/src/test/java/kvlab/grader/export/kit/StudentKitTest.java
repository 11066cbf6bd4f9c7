package kvlab.grader.export.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import kvlab.grader.check.Compilation;
import kvlab.grader.check.SubmissionCompiler;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.restricted.IssuedKit;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.yaml.PolicyReader;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;

/** Students get what they need, and nothing that leads to an answer; what would is found, wherever it is. */
class StudentKitTest {
    private static final Path HOME = Path.of("..").toAbsolutePath().normalize();
    private static final String SECRET = "583920417760235914";

    /** Of the class path: the kit's own code, and what names versions. */
    private static final Pattern NEEDED =
            Pattern.compile("target.classes$|kvlab-harness|junit-jupiter-api|junit-platform-launcher|[/\\\\]asm-\\d");

    @TempDir
    private static Path directory;

    private static SortedMap<String, byte[]> files;
    private static AnswerSearch search;

    @BeforeAll
    static void make() throws Exception {
        Path yaml = directory.resolve("mine.yaml");
        Files.writeString(
                yaml,
                Files.readString(HOME.resolve("grader/policies/core-lab.yaml")) + "hidden-seed: " + SECRET
                        + " # the one of last year was " + SECRET + "\n");
        Policy policy = new PolicyReader(LabSuite.each()).read(yaml);
        byte[] page = "<pre>put(key, value)</pre>".getBytes(StandardCharsets.UTF_8);
        files = new StudentKit(HOME, classPath(), policy, Files.readAllBytes(yaml), page)
                .files()
                .contents();
        search = new AnswerSearch(HOME, List.of(SECRET));
    }

    private static List<Path> classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(entry -> NEEDED.matcher(entry.toString()).find())
                .toList();
    }

    private static String text(String path) {
        return new String(files.get(path), StandardCharsets.UTF_8);
    }

    private static String answer() throws IOException {
        return Files.readString(HOME.resolve("solution/src/main/java/lab/KvServer.java"));
    }

    private static void assertFound(String path, byte[] content) throws IOException {
        List<String> findings = search.findings(new TreeMap<>(Map.of(path, content)));
        assertEquals(1, findings.size(), () -> path + ": " + findings);
        assertTrue(findings.get(0).startsWith(path), findings.get(0));
    }

    @Test
    void hasWhatStudentsNeed() {
        for (String path : List.of(
                "README.md",
                "kvlab",
                "mvnw",
                "pom.xml",
                "handout/index.html",
                "policies/core-lab.yaml",
                "skeleton/src/main/java/lab/KvServer.java",
                ".kvlab/lib/kvlab-grader.jar",
                "harness/src/main/java/kvlab/scenario/CoreTests.java",
                ".idea/misc.xml",
                ".vscode/settings.json",
                ".eclipse/KvServerTest.launch",
                ".github/workflows/kvlab.yml")) {
            assertTrue(files.containsKey(path), path);
        }
        assertTrue(text(".gitignore").endsWith("\n!/.kvlab/**\n"), "whatever a course's repository ignores");
        String tests = text("skeleton/src/test/java/lab/KvServerTest.java");
        assertTrue(tests.contains("@RunsTest(suite = CoreTests.class, number = 4)"), tests);
        assertTrue(tests.contains("void test4NoProgressWithAMinority() {}"), tests);
    }

    /** From an output folder, by method, through JUnit's launcher. */
    @Test
    void itsTestClassRunsAsIdesRunIt() throws Exception {
        Path output = Files.createDirectories(directory.resolve("bin"));
        List<Path> sources = new ArrayList<>();
        for (String path : List.of("main/java/lab/KvServer.java", "test/java/lab/KvServerTest.java")) {
            Path source = output.resolve(Path.of(path).getFileName());
            sources.add(Files.write(source, files.get("skeleton/src/" + path)));
        }
        List<String> options = List.of("-d", output.toString(), "-Xlint:all,-processing,-serial", "-Werror");
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            assertTrue(
                    compiler.getTask(null, manager, null, options, null, manager.getJavaFileObjectsFromPaths(sources))
                            .call());
        }
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader ide = new URLClassLoader(new URL[] {output.toUri().toURL()}, before)) {
            thread.setContextClassLoader(ide);
            SummaryGeneratingListener listener = new SummaryGeneratingListener();
            LauncherFactory.create()
                    .execute(
                            LauncherDiscoveryRequestBuilder.request()
                                    .selectors(DiscoverySelectors.selectMethod(
                                            ide.loadClass("lab.KvServerTest"), "test4NoProgressWithAMinority"))
                                    .build(),
                            listener);
            assertEquals(1, listener.getSummary().getTestsFoundCount());
            Throwable failure = listener.getSummary().getFailures().get(0).getException();
            assertTrue(failure.getMessage().contains("put is not written yet"), failure.getMessage());
            assertEquals("lab.KvServer", failure.getStackTrace()[0].getClassName());
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void itsPolicyHasNoSecretAndNoComment() {
        String policy = text("policies/core-lab.yaml");
        assertTrue(policy.contains("points: 10"), policy);
        assertTrue(policy.contains("KvServer.java"), policy);
        assertEquals(1, policy.lines().filter(line -> line.contains("#")).count());
        assertTrue(!policy.contains("hidden-seed") && !policy.contains(SECRET), policy);
    }

    @Test
    void nothingOfTheInstructorsIsInIt() throws IOException {
        assertEquals(List.of(), search.findings(files));
    }

    @Test
    void anAnswerIsFoundInSourcesAlsoWithOtherNames() throws IOException {
        UnaryOperator<String> renamed = text -> text.replace("agreeOn", "x1")
                .replace("waiting", "w")
                .replace("Waiting", "Pending")
                .replace("operation", "o")
                .replaceAll("(?s)/\\*\\*.*?\\*/", "");
        assertFound("skeleton/src/main/java/lab/KvServer.java", answer().getBytes(StandardCharsets.UTF_8));
        assertFound(
                "harness/src/main/java/kvlab/Notes.java",
                renamed.apply(answer()).getBytes(StandardCharsets.UTF_8));
        String page =
                "<html><code>" + renamed.apply(answer()).replace("<", "&lt;").replace("for", "<b>for</b>") + "</code>";
        assertFound("handout/index.html", page.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anAnswerIsFoundInClassFilesAndArchivesInArchives() throws IOException {
        String renamed =
                answer().replace("agreeOn", "x1").replace("Waiting", "Pending").replace("lastOfClient", "m");
        Compilation compiled = new SubmissionCompiler().compile(List.of(new SourceFile("KvServer.java", renamed)));
        byte[] classFile = ((Compilation.Compiled) compiled).classes().get("lab.KvServer");
        assertFound("harness/Helper.class", classFile);
        byte[] inner = KitJars.jar(new TreeMap<>(Map.of("a/B.class", classFile)));
        assertFound(".kvlab/lib/some.jar", KitJars.jar(new TreeMap<>(Map.of("inner.zip", inner))));
    }

    @Test
    void secretsAndTheInstructorsFilesAreFound() throws IOException {
        assertFound("README.md", ("seed " + SECRET).getBytes(StandardCharsets.UTF_8));
        assertFound("grader/src/test/corpus/README.md", "what is known to be wrong".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void kitJsonHasTheFilesThatGradingLooksAt() throws IOException {
        Files.createDirectories(directory.resolve("home/kits"));
        Files.write(directory.resolve("home/kits/core-lab.json"), files.get(IssuedKit.FILE));
        IssuedKit kit = IssuedKit.of(directory.resolve("home")).get(0);
        assertTrue(kit.digests().containsKey("pom.xml"));
        assertTrue(kit.digests().containsKey(IssuedKit.FILE));
        assertTrue(kit.digests().keySet().stream().noneMatch(path -> path.startsWith(".kvlab")));
    }
}
