package kvlab.grader.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.GuardedReports;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written in a result, it stays text, and all of it can be seen. */
class HostileTextIT {

    private static final Pattern TAG = Pattern.compile("<(?:[^>\"]++|\"[^\"]*+\")*+>");
    private static final Pattern VALUE = Pattern.compile("=\"[^\"]*\"");

    @TempDir
    private Path directory;

    private final HtmlReport report = new HtmlReport();

    @Test
    void noTextChangesWhatElementsAPageHas() throws IOException {
        Map<String, String> harmless = skeletons(retold(text -> "harmless"));
        for (String piece : HostileText.PIECES) {
            assertEquals(harmless, skeletons(retold(text -> piece)), piece);
        }
    }

    @Test
    void norDoesAnyMixtureOfTexts() throws IOException {
        List<SubmissionResult> ben = ClassFixture.everything().subList(1, 2);
        Map<String, String> harmless = skeletons(retold(ben, text -> "harmless"));
        for (int seed = 0; seed < 100; seed++) {
            // The same words in all its messages, or they would count as failures of several kinds.
            String told = HostileText.telling(seed).apply("");
            assertEquals(harmless, skeletons(retold(ben, text -> told)), "seed " + seed);
        }
    }

    @Test
    void nothingOnAPageIsInvisible() throws IOException {
        for (int seed = 0; seed < 20; seed++) {
            pages(retold(HostileText.telling(seed)))
                    .forEach((name, page) -> page.codePoints()
                            .forEach(c -> assertFalse(
                                    c != '\n' && c != '\t' && isInvisible(c),
                                    name + " has U+" + Integer.toHexString(c))));
        }
    }

    @Test
    void whatCannotBeSeenIsSpeltOut() throws IOException {
        String page = pages(retold(text -> "a\u202Eb\u0000c\uD800d")).get("students/ada.html");
        assertTrue(page.contains("a\\u202eb\\u0000c\\ud800d"), page);
    }

    @Test
    void textIsShownAsItWasWritten() throws IOException {
        String page = pages(retold(text -> "<b>&\"x\"</b>")).get("students/ben.html");
        assertTrue(
                page.contains("&lt;b&gt;&amp;\"x\"&lt;/b&gt;") || page.contains("&lt;b&gt;&amp;&#34;x&#34;&lt;/b&gt;"),
                page);
    }

    private static boolean isInvisible(int c) {
        int type = Character.getType(c);
        return type == Character.CONTROL
                || type == Character.FORMAT
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR
                || type == Character.SURROGATE;
    }

    private static List<SubmissionResult> retold(UnaryOperator<String> telling) {
        return retold(ClassFixture.everything(), telling);
    }

    private static List<SubmissionResult> retold(List<SubmissionResult> results, UnaryOperator<String> telling) {
        return results.stream()
                .map(result -> Retold.of(result, result.submission(), telling))
                .toList();
    }

    /** Tags with their attributes, but without any text and values. */
    private Map<String, String> skeletons(List<SubmissionResult> results) throws IOException {
        Map<String, String> skeletons = new TreeMap<>();
        pages(results)
                .forEach((name, page) -> skeletons.put(
                        name,
                        TAG.matcher(page)
                                .results()
                                .map(tag -> VALUE.matcher(tag.group()).replaceAll("=\"\""))
                                .collect(Collectors.joining("\n"))));
        return skeletons;
    }

    /** All pages by name. */
    private Map<String, String> pages(List<SubmissionResult> results) throws IOException {
        report.write(directory, results, new GuardedReports());
        Map<String, String> pages = new TreeMap<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                        .toString();
                pages.put(directory.relativize(file).toString(), text);
            }
        }
        return pages;
    }
}
