package kvlab.grader.similarity;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kvlab.grader.intake.SourceFile;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Compares submissions with JPlag 4.3 in a child process. JPlag parses submissions and runs none of their code.
 *
 * @param java the Java launcher
 * @param jar the released JAR of JPlag with its dependencies
 */
public record JPlag(Path java, Path jar) {

    private static final String OVERVIEW = "overview.json";

    /**
     * Compares all pairs.
     *
     * @param submissions the sources of each submission by its name, which must be a valid file name
     * @param given the sources handed out, which are excluded from the comparison
     * @param least the least similarity of listed pairs, from 0 to 1
     * @param work an empty directory
     * @param report the file that JPlag's report viewer can open, once this has returned
     * @return the most alike first
     * @throws IOException if JPlag cannot be run, fails, or leaves no report; the message quotes its output
     */
    public List<SimilarPair> compare(
            Map<String, List<SourceFile>> submissions, List<SourceFile> given, double least, Path work, Path report)
            throws IOException, InterruptedException {
        Path all = work.resolve("submissions");
        for (Map.Entry<String, List<SourceFile>> submission : submissions.entrySet()) {
            lay(submission.getValue(), all.resolve(submission.getKey()));
        }
        Path base = work.resolve("given");
        lay(given, base);
        Path result = work.resolve("result");
        run(
                work.resolve("said"),
                List.of(
                        java.toString(),
                        "-Xmx1g",
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "-l",
                        "java",
                        "-bc",
                        base.toString(),
                        "-m",
                        Double.toString(least),
                        "-n",
                        "-1",
                        "-r",
                        result.toString(),
                        all.toString()));
        Path written = work.resolve("result.zip");
        if (Files.notExists(written)) {
            throw new IOException("JPlag left no report. " + said(work.resolve("said")));
        }
        List<SimilarPair> pairs = pairs(written);
        Files.copy(written, report, StandardCopyOption.REPLACE_EXISTING);
        return pairs.stream().filter(pair -> pair.share() >= least).toList();
    }

    private static void lay(List<SourceFile> files, Path directory) throws IOException {
        Files.createDirectories(directory);
        for (SourceFile file : files) {
            Files.writeString(directory.resolve(file.name()), file.text());
        }
    }

    private static void run(Path said, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(said.getParent().toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        try {
            process.getOutputStream().close();
            if (process.waitFor() != 0) {
                throw new IOException("JPlag failed. " + said(said));
            }
        } finally {
            process.destroyForcibly();
        }
    }

    /** The end of the output in one line, escaped for a terminal: it may contain names and sources. */
    private static String said(Path output) throws IOException {
        String text = new String(Files.readAllBytes(output), StandardCharsets.UTF_8)
                .replaceAll("\\s+", " ")
                .replaceAll("\\p{Cc}", "?");
        return "It said: " + (text.length() <= 500 ? text : "... " + text.substring(text.length() - 500));
    }

    /**
     * The pairs that the zip file of JPlag 4.3 lists, the most alike first.
     *
     * @throws IOException if the file has another format
     */
    static List<SimilarPair> pairs(Path report) throws IOException {
        try (ZipFile zip = new ZipFile(report.toFile())) {
            ZipEntry overview = zip.getEntry(OVERVIEW);
            if (overview == null) {
                throw new IOException("there is no " + OVERVIEW + " in " + report);
            }
            try (InputStream text = zip.getInputStream(overview)) {
                return pairs(new JsonMapper().readTree(text), report);
            }
        } catch (JacksonException e) {
            throw new IOException(OVERVIEW + " in " + report + " is not what JPlag 4.3 writes", e);
        }
    }

    private static List<SimilarPair> pairs(JsonNode overview, Path report) throws IOException {
        JsonNode average = overview.path("metrics")
                .valueStream()
                .filter(metric -> metric.path("name").asString("").equals("AVG"))
                .findFirst()
                .orElseThrow(() -> new IOException(OVERVIEW + " in " + report + " is not what JPlag 4.3 writes"));
        return average.path("topComparisons")
                .valueStream()
                .map(pair -> new SimilarPair(
                        pair.path("first_submission").asString(),
                        pair.path("second_submission").asString(),
                        pair.path("similarity").asDouble()))
                .sorted(Comparator.comparingDouble(SimilarPair::share)
                        .reversed()
                        .thenComparing(SimilarPair::first)
                        .thenComparing(SimilarPair::second))
                .toList();
    }
}
