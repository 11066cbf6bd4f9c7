package kvlab.grader.export.kit;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import kvlab.grader.check.Compilation;
import kvlab.grader.check.SubmissionCompiler;
import kvlab.grader.intake.SourceFile;

/**
 * Searches files for what students must not get: passages of the model answer, in sources, texts and class files, and of the
 * corpus's correct submissions, in sources and texts, also with other names; files of the instructor's; and secret values.
 * Looks into archives, and into archives in them.
 */
public final class AnswerSearch {

    /** In words, some eight lines: what the harness and an answer have in common by chance is shorter. */
    private static final int SOURCE_PASSAGE = 60;

    /** In instructions. */
    private static final int CLASS_PASSAGE = 30;

    private static final List<String> INSTRUCTORS = List.of(
            "solution/",
            "src/test/java/kvlab/",
            "src/test/corpus",
            "src/test/attacks",
            "grader/corpus/",
            "test/mutants/");

    private static final Path MODEL_ANSWER = Path.of("solution", "src", "main", "java", "lab");

    private static final List<Path> CORRECT = List.of(
            Path.of("grader", "src", "test", "corpus", "base"), Path.of("grader", "src", "test", "corpus", "correct"));

    private static final byte[] CLASS = {(byte) 0xCA, (byte) 0xFE, (byte) 0xBA, (byte) 0xBE};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private final Shingles sources = new Shingles(SOURCE_PASSAGE);
    private final Shingles classes = new Shingles(CLASS_PASSAGE);
    private final List<String> secrets;

    /**
     * @param home the instructor's kit, whose answers are searched for
     * @param secrets values that no file may contain
     * @throws IOException if they cannot be read
     */
    public AnswerSearch(Path home, List<String> secrets) throws IOException {
        this.secrets = List.copyOf(secrets);
        List<SourceFile> answer = sources(home.resolve(MODEL_ANSWER));
        learn(answer);
        for (Path folder : CORRECT) {
            learn(sources(home.resolve(folder)));
        }
        if (new SubmissionCompiler().compile(answer) instanceof Compilation.Compiled compiled) {
            compiled.classes().values().stream()
                    .flatMap(file -> MethodWords.of(file).stream())
                    .forEach(classes::add);
        }
    }

    private void learn(List<SourceFile> answer) {
        answer.forEach(file -> sources.add(JavaWords.of(file.text())));
    }

    /** Those below a folder; none if a course has removed it. */
    private static List<SourceFile> sources(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<SourceFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.walk(folder)) {
            for (Path file : paths.filter(path -> path.toString().endsWith(".java"))
                    .sorted()
                    .toList()) {
                files.add(new SourceFile(file.getFileName().toString(), Files.readString(file)));
            }
        }
        return files;
    }

    /** What is found, each with its path; empty if nothing is. */
    public List<String> findings(SortedMap<String, byte[]> files) throws IOException {
        List<String> findings = new ArrayList<>();
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            search(file.getKey(), file.getValue(), findings);
        }
        return findings;
    }

    private void search(String path, byte[] content, List<String> findings) throws IOException {
        if (INSTRUCTORS.stream().anyMatch(path::contains)) {
            findings.add(path + " is a file of the instructor's");
        }
        if (startsWith(content, ZIP)) {
            searchArchive(path, content, findings);
            return;
        }
        String text = new String(content, StandardCharsets.UTF_8);
        if (secrets.stream().anyMatch(text::contains)) {
            findings.add(path + " contains a secret of the policy");
        }
        if (startsWith(content, CLASS)) {
            if (MethodWords.of(content).stream().anyMatch(classes::isIn)) {
                findings.add(path + " has a method like one of an answer's");
            }
        } else if (sources.isIn(JavaWords.of(path.endsWith(".html") ? Markup.text(text) : text))) {
            findings.add(path + " has a passage of an answer");
        }
    }

    private void searchArchive(String path, byte[] content, List<String> findings) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!entry.isDirectory()) {
                    search(path + "!/" + entry.getName(), zip.readAllBytes(), findings);
                }
            }
        }
    }

    private static boolean startsWith(byte[] content, byte[] magic) {
        if (content.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (content[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
