package kvlab.handout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kvlab.explain.HandoutSection;
import kvlab.scenario.ExtendedTests;
import kvlab.schedule.LabTest;
import kvlab.sim.Simulation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The page that students get, rendered once for all tests. */
@TestInstance(Lifecycle.PER_CLASS)
class HandoutTest {

    private static final Path REPOSITORY = repository();
    private static final int MAX_SCREEN_BYTES = 150_000;

    private final String page = Handout.of(REPOSITORY).html();

    @Test
    void the_same_chapters_give_the_same_page() {
        assertEquals(page, Handout.of(REPOSITORY).html());
    }

    @Test
    void each_link_within_the_page_leads_somewhere() {
        Set<String> ids = Set.copyOf(all("\\bid=\"([^\"]+)\""));
        List<String> links = all("<a href=\"#([^\"]+)\"");

        assertTrue(links.size() > 50, "the table of contents alone has more links than " + links.size());
        assertEquals(
                List.of(), links.stream().filter(link -> !ids.contains(link)).toList());
    }

    @Test
    void each_id_is_given_once() {
        Set<String> seen = new HashSet<>();
        assertEquals(
                List.of(),
                all("\\bid=\"([^\"]+)\"").stream().filter(id -> !seen.add(id)).toList());
    }

    /** What stories refer to. */
    @ParameterizedTest
    @EnumSource
    void each_section_that_explains_a_rule_is_in_its_chapter(HandoutSection section) {
        String chapter = page.split("<section>")[section.chapter() + 1];
        assertTrue(
                chapter.contains("<h2 id=\"" + section.anchor() + "\">" + section.title() + "</h2>"),
                () -> section + " is not in " + chapter.lines().findFirst());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Test 1: Basic kv operations",
                "Test 2: Concurrent kv operations",
                "Test 3: Progress with a majority",
                "Test 4: No progress with a minority",
                "Test 5: Kv operations through re-election",
                "Test 6: Progress with a majority and concurrent requests",
                "Test 7: Progress with a majority writing the same key",
                "Test 8: Progress with a majority testing linearizability",
                "Test 9: Progress in unreliable net",
            })
    void each_test_of_the_lab_has_its_section(String title) {
        assertTrue(all("<h2 id=\"[^\"]+\">([^<]+)</h2>").contains(title));
    }

    @Test
    void the_tests_of_the_extended_lab_are_listed_with_their_numbers_names_and_servers() {
        List<String> tests = Stream.of(ExtendedTests.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(LabTest.class))
                .map(method -> method.getAnnotation(LabTest.class))
                .sorted(Comparator.comparingInt(LabTest::number))
                .map(test -> test.number() + " " + test.title().replace(" (3A)", "") + " " + test.servers())
                .toList();

        assertEquals(15, tests.size());
        assertEquals(
                tests,
                Pattern.compile("<tr>\\s*<td>(\\d+)</td>\\s*<td>([^<]+)</td>\\s*<td>(\\d+)</td>")
                        .matcher(page)
                        .results()
                        .map(row -> row.group(1) + " " + row.group(2) + " " + row.group(3))
                        .toList());
    }

    @Test
    void the_limits_on_a_schedule_are_the_simulations() {
        assertEquals(
                List.of(
                        (long) Simulation.MAX_SUSPENDED,
                        Simulation.MAX_EVENTS,
                        (long) Simulation.MAX_EVENTS_PER_INSTANT,
                        (long) Simulation.MAX_WAITING_EVENTS),
                all("<td>([\\d,]+)</td>\\s*<td>[^<]*\\d?[^<]*</td>\\s*</tr>").stream()
                        .map(number -> Long.parseLong(number.replace(",", "")))
                        .filter(number -> number >= 1000)
                        .toList());
    }

    @Test
    void code_on_the_page_is_what_stands_in_the_files() throws IOException {
        List<MatchResult> excerpts = Pattern.compile(
                        "<pre data-excerpt=\"([^\"]+)\"><code>(.*?)</code>", Pattern.DOTALL)
                .matcher(page)
                .results()
                .toList();

        assertTrue(excerpts.size() >= 9, "only " + excerpts.size() + " excerpts");
        for (MatchResult excerpt : excerpts) {
            String file = withoutIndentation(Files.readString(REPOSITORY.resolve(excerpt.group(1))));
            for (String declaration : plainText(excerpt.group(2)).split("\n\n(?=/\\*\\*)")) {
                assertTrue(
                        file.contains(withoutIndentation(declaration)),
                        () -> "not in " + excerpt.group(1) + ":\n" + declaration);
            }
        }
    }

    @Test
    void java_on_the_page_is_always_an_excerpt() {
        assertFalse(page.contains("language-java"));
    }

    @Test
    void the_answer_is_not_given_away() {
        assertEquals(List.of(), all("data-excerpt=\"(solution/[^\"]+)\""));
    }

    @Test
    void the_page_loads_nothing() {
        assertEquals(List.of(), all("(<(?:script|link|iframe|object|embed|image|use)\\b[^>]*>)"));
        assertEquals(List.of(), all("(@import[^;]*;)"));
        assertEquals(List.of(), all("(url\\((?!#)[^)]*\\))"));
        assertEquals(List.of(), all("(\\bsrc(?:set)?=\"(?!data:image/webp;base64,)[^\"]*\")"));
    }

    @Test
    void the_picture_of_a_failure_is_in_the_page_and_not_large() {
        List<String> screens = all("<img alt=\"\" src=\"data:image/webp;base64,([^\"]*)\">\n<figcaption>");

        assertEquals(1, screens.size());
        byte[] screen = Base64.getDecoder().decode(screens.get(0));
        assertEquals("WEBP", new String(screen, 8, 4, StandardCharsets.US_ASCII));
        assertTrue(screen.length < MAX_SCREEN_BYTES, screen.length + " bytes");
    }

    @Test
    void figures_follow_the_readers_colours() {
        List<String> figures = all("(?s)(<svg .*?</svg>)");

        assertEquals(6, figures.size());
        for (String figure : figures) {
            assertTrue(figure.contains("currentColor"));
            assertTrue(figure.contains("<title"), "a figure needs a title for those who cannot see it");
            assertFalse(
                    Pattern.compile("#[0-9a-fA-F]{3,8}\\b(?!\\))")
                            .matcher(figure)
                            .find(),
                    figure);
        }
    }

    private List<String> all(String pattern) {
        return Pattern.compile(pattern)
                .matcher(page)
                .results()
                .map(result -> result.group(1))
                .toList();
    }

    private static String plainText(String html) {
        return html.replaceAll("</?span[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&amp;", "&");
    }

    private static String withoutIndentation(String code) {
        return code.replaceAll("(?m)^ +", "");
    }

    /** Above the working directory, be that the repository's root (an IDE) or this module (Maven). */
    private static Path repository() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Path::getParent)
                .filter(folder -> Files.isDirectory(folder.resolve("handout/src/main/markdown")))
                .findFirst()
                .orElseThrow();
    }
}
