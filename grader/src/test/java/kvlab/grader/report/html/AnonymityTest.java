package kvlab.grader.report.html;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What everybody in the room may read of a refusal: arguments that the kit, the policy or the machine chooses. */
class AnonymityTest {

    private static final Path CATALOGUE =
            Path.of("src", "main", "resources", "META-INF", "kvlab", "messages.properties");

    /** Everyone does without the part of a sentence that has {@code {more}}. */
    private static final Pattern SHOWN_TO_EVERYONE = Pattern.compile("(?<!\\\\)\\{(?!more})([a-zA-Z]+)!?[}|]");

    /** None of them is ever a name, a path or another text of a submission. */
    private static final Map<String, Set<String>> KNOWN = Map.of(
            "compile", Set.of("compilerCode", "error", "exitCode", "max", "megabytes", "place", "seconds"),
            "files", Set.of("allowed"),
            "intake",
                    Set.of(
                            "allowed",
                            "branch",
                            "characters",
                            "deadline",
                            "error",
                            "exit",
                            "files",
                            "folder",
                            "form",
                            "forms",
                            "kind",
                            "max",
                            "megabytes",
                            "name",
                            "what"),
            "rules", Set.of("advice", "how", "member", "subject"));

    @Test
    void noSentenceAboutAHandInShowsEveryoneWhatItsAuthorChose() throws IOException {
        Properties sentences = new Properties();
        try (Reader in = Files.newBufferedReader(CATALOGUE)) {
            sentences.load(in);
        }
        Map<String, Set<String>> shown = new TreeMap<>();
        for (String code : sentences.stringPropertyNames()) {
            String subject = code.substring(0, code.indexOf('.'));
            if (KNOWN.containsKey(subject)) {
                SHOWN_TO_EVERYONE
                        .matcher(sentences.getProperty(code))
                        .results()
                        .forEach(gap -> shown.computeIfAbsent(subject, none -> new TreeSet<>())
                                .add(gap.group(1)));
            }
        }
        assertEquals(
                new TreeMap<>(KNOWN), shown, "add what is new here if no submission can choose it, or mark it with ~");
    }
}
