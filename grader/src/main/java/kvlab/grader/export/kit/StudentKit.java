package kvlab.grader.export.kit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.export.Bundle;
import kvlab.grader.export.Template;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.files.ContentDigest;
import kvlab.grader.intake.files.IgnoredFiles;
import kvlab.grader.intake.restricted.IssuedKit;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.SuiteRules;

/**
 * The files of a student's kit. They depend on the instructor's kit and the policy only.
 *
 * @param home the instructor's kit
 * @param classPath what its grader runs on
 * @param policy by which students grade their own work
 * @param policyFile its text
 * @param handout the rendered page
 */
public record StudentKit(Path home, List<Path> classPath, Policy policy, byte[] policyFile, byte[] handout) {

    private static final String SOURCES = "skeleton/src/main/java/lab/";
    private static final String TESTS = "skeleton/src/test/java/lab/";
    private static final String RAFT_FILE = "StudentRaft.java";

    /** For coroutines, for what is read of a submission's objects, and for one hash order in each run. */
    private static final List<String> VM_OPTIONS = List.of(
            "-XX:+UnlockExperimentalVMOptions",
            "-XX:hashCode=2",
            "-XX:MaxJavaStackTraceDepth=100000",
            "--add-exports=java.base/jdk.internal.vm=ALL-UNNAMED",
            "--add-opens=java.base/java.util=ALL-UNNAMED");

    private static final List<String> TAKEN = List.of(
            "kvlab",
            "mvnw",
            "mvnw.cmd",
            "LICENSE",
            ".mvn/wrapper/",
            SOURCES,
            "harness/src/main/java/",
            "harness/src/main/resources/");

    private static final List<String> PROGRAMS = List.of("kvlab", "mvnw");

    /**
     * All files, with {@code kit.json}.
     *
     * @throws IOException if the kit cannot be read
     * @throws AnswerFoundException if something in them leads to an answer or a secret
     */
    public Bundle files() throws IOException, AnswerFoundException {
        Bundle kit = new Bundle();
        for (String path : new Intake().files(home).digests().keySet()) {
            if (TAKEN.stream().anyMatch(part -> part.endsWith("/") ? path.startsWith(part) : path.equals(part))) {
                kit.add(path, Files.readAllBytes(home.resolve(path)), PROGRAMS.contains(path));
            }
        }
        kit.file("handout/index.html", handout);
        StudentPolicy students = new StudentPolicy(policyFile);
        kit.file("policies/" + policy.name() + ".yaml", students.text().getBytes(StandardCharsets.UTF_8));
        addProject(kit);
        List<String> findings = new AnswerSearch(home, students.secrets()).findings(kit.contents());
        if (!findings.isEmpty()) {
            throw new AnswerFoundException(findings);
        }
        return kit.file(IssuedKit.FILE, description(kit).json().getBytes(StandardCharsets.UTF_8));
    }

    private static IssuedKit description(Bundle kit) {
        SortedMap<String, String> digests = new TreeMap<>();
        SortedMap<String, String> settings = new TreeMap<>();
        kit.contents().forEach((path, content) -> {
            boolean ignored = IgnoredFiles.includes(List.of(path.split("/")));
            if (!path.startsWith(IssuedKit.BUILT)) {
                (ignored ? settings : digests).put(path, ContentDigest.of(content));
            }
        });
        return new IssuedKit(digests, settings);
    }

    private void addProject(Bundle kit) throws IOException {
        KitJars jars = KitJars.of(classPath);
        jars.all().forEach((name, jar) -> kit.file(IssuedKit.BUILT + "lib/" + name, jar));
        String version = "kit-" + ContentDigest.of(jars.harness()).substring(0, 12);
        String artifact = IssuedKit.BUILT + "repository/kvlab/kvlab-harness/" + version + "/kvlab-harness-" + version;
        Map<String, String> words = words(jars, version);
        kit.file(artifact + ".jar", jars.harness());
        kit.file(artifact + "-sources.jar", KitJars.jar(harnessSources(kit)));
        add(kit, artifact + ".pom", "harness.pom", words);
        for (TestClass tests : testClasses()) {
            kit.file(TESTS + tests.name() + ".java", tests.source().getBytes(StandardCharsets.UTF_8));
        }
        add(kit, "pom.xml", "pom.xml", words);
        add(kit, "README.md", "README.md", words);
        add(kit, ".gitignore", "gitignore", words);
        add(kit, ".gitattributes", "gitattributes", words);
        add(kit, ".idea/misc.xml", "idea-misc.xml", words);
        add(kit, ".idea/runConfigurations/" + words.get("test-class") + ".xml", "idea-run.xml", words);
        add(kit, ".eclipse/" + words.get("test-class") + ".launch", "eclipse.launch", words);
        add(kit, ".vscode/settings.json", "vscode-settings.json", words);
        add(kit, ".vscode/extensions.json", "vscode-extensions.json", words);
        add(kit, ".devcontainer/devcontainer.json", "devcontainer.json", words);
        add(kit, ".github/workflows/kvlab.yml", "workflow.yml", words);
    }

    private static void add(Bundle kit, String path, String template, Map<String, String> words) {
        kit.file(path, Template.filled("kit/" + template, words).getBytes(StandardCharsets.UTF_8));
    }

    private static SortedMap<String, byte[]> harnessSources(Bundle kit) {
        String folder = "harness/src/main/java/";
        SortedMap<String, byte[]> sources = new TreeMap<>();
        kit.contents().forEach((path, content) -> {
            if (path.startsWith(folder)) {
                sources.put(path.substring(folder.length()), content);
            }
        });
        return sources;
    }

    private Map<String, String> words(KitJars jars, String harnessVersion) {
        List<String> classes = testClasses().stream().map(TestClass::name).toList();
        String suite = suites().get(0);
        boolean core = suite.equals("core");
        return Map.ofEntries(
                Map.entry("name", policy.name()),
                Map.entry("title", policy.title()),
                Map.entry("files", "`" + String.join("`, `", policy.files().allowed()) + "`"),
                Map.entry("suite", suite),
                Map.entry("suite-option", core ? "" : " --suite " + suite),
                Map.entry("suite-remark", core ? "" : "; those of this lab with --suite " + suite),
                Map.entry("test-class", classes.get(0)),
                Map.entry("test-classes", "`" + String.join("`, `", classes) + "`"),
                Map.entry("harness-version", harnessVersion),
                Map.entry("junit-version", jars.version("junit-jupiter-api")),
                Map.entry("asm-version", jars.version("asm")),
                Map.entry("vm-options", String.join(" ", VM_OPTIONS)),
                Map.entry(
                        "quoted-vm-options",
                        VM_OPTIONS.stream().map(option -> "\"" + option + "\"").collect(Collectors.joining(", "))));
    }

    private List<String> suites() {
        return policy.suites().stream().map(SuiteRules::name).toList();
    }

    /** Those of the policy's suites, and of a Raft of one's own where the policy takes one. */
    private List<TestClass> testClasses() {
        boolean raft = policy.files().allowed().contains(RAFT_FILE);
        return Stream.concat(suites().stream(), raft ? Stream.of("raft") : Stream.empty())
                .distinct()
                .map(name -> new TestClass(LabSuite.named(name).orElseThrow()))
                .toList();
    }
}
