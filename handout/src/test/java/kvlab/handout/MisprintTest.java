package kvlab.handout;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a chapter gets wrong stops the build, with the place and a way out. */
class MisprintTest {

    @TempDir
    private Path repository;

    @BeforeEach
    void aSmallRepository() throws IOException {
        write("harness/Bird.java", """
                package birds;

                import java.util.List;

                /** A bird. */
                public class Bird {
                    /** Sings {@code "<trill>"}. */
                    String sing() {
                        return "sing(";
                    }

                    String sing(int times) {
                        return sing().repeat(times);
                    }

                    int wings = 2;
                }
                """);
    }

    @Test
    void a_file_that_is_not_there() throws IOException {
        assertMisprint("""
                # Birds

                ```java api=harness/Fish.java
                ```
                """, 3, "no Java file harness/Fish.java");
    }

    @Test
    void a_name_that_is_not_there() throws IOException {
        assertMisprint("""
                # Birds
                ```java excerpt=harness/Bird.java#sing,swim
                ```
                """, 2, "no declaration named sing,swim in harness/Bird.java");
    }

    @Test
    void java_that_is_no_excerpt() throws IOException {
        assertMisprint("""
                # Birds

                Look:

                ```java
                int wings = 3;
                ```
                """, 5, "Java in the handout comes from a file that compiles");
    }

    @Test
    void a_link_that_leads_nowhere() throws IOException {
        assertMisprint("""
                # Birds

                See
                [fish](#fish).
                """, 4, "the link to #fish leads nowhere");
    }

    @Test
    void a_link_that_is_not_safe_to_follow() throws IOException {
        assertMisprint("# Birds\n\n[birds](http://example.org/)\n", 3, "leads nowhere");
    }

    @Test
    void a_figure_that_is_not_there() throws IOException {
        assertMisprint("# Birds\n\n![A bird](bird.svg)\n", 3, "no figure bird.svg beside the chapter");
    }

    @Test
    void a_figure_of_another_kind() throws IOException {
        write("handout/src/main/markdown/bird.gif", "");
        assertMisprint("# Birds\n\n![A bird](bird.gif)\n", 3, "a figure is an .svg file");
    }

    @Test
    void a_chapter_without_heading() throws IOException {
        assertMisprint("Birds.\n", 1, "a chapter needs a heading");
    }

    @Test
    void a_method_is_printed_with_its_comment_and_all_its_overloads() throws IOException {
        chapter("""
                # Birds

                ```java excerpt=harness/Bird.java#sing
                ```
                """);

        String code = Handout.of(repository).html().replaceAll("(?s).*<code>(.*)</code>.*", "$1");

        assertEquals("""
                <span class="comment">/** Sings {@code &quot;&lt;trill&gt;&quot;}. */</span>
                String sing() {
                    <span class="keyword">return</span> <span class="string">&quot;sing(&quot;</span>;
                }

                String sing(<span class="keyword">int</span> times) {
                    <span class="keyword">return</span> sing().repeat(times);
                }""", code);
    }

    @Test
    void a_type_of_the_api_is_prose_and_a_table() throws IOException {
        write("harness/Nest.java", """
                package birds;

                /**
                 * Where birds live, up to {@link #size}.
                 *
                 * <pre>{@code
                 * nest.add("<wren>");
                 * }</pre>
                 */
                public interface Nest {

                    /** How many. */
                    int size();

                    /**
                     * Lets one in. See {@link Bird#sing}.
                     *
                     * @param bird not {@code null}
                     * @return whether there was room
                     * @throws IllegalStateException if it fell
                     */
                    boolean add(
                            String bird);
                }
                """);
        chapter("""
                # Birds

                ```java api=harness/Nest.java
                ```
                """);

        assertEquals("""
                <div class="api">
                <p class="api-name"><code>interface Nest</code></p>
                <p>Where birds live, up to <code>size</code>.</p>
                <pre><code>nest.add(<span class="string">&quot;&lt;wren&gt;&quot;</span>);</code></pre>
                <table>
                <tbody>
                <tr><td><code>int size()</code></td><td><p>How many.</p>
                </td></tr>
                <tr><td><code>boolean add(String bird)</code></td><td><p>Lets one in. See <code>Bird.sing</code>.</p>
                <p><code>bird</code>: not <code>null</code></p>
                <p>Returns whether there was room</p>
                <p>Throws <code>IllegalStateException</code> if it fell</p>
                </td></tr>
                </tbody>
                </table>
                </div>""", Handout.of(repository).html().replaceAll("(?s).*(<div.*</div>).*", "$1"));
    }

    @Test
    void a_link_to_another_chapter_becomes_one_within_the_page() throws IOException {
        chapter("# Birds\n\n[fish](2-fish.md), [fins](2-fish.md#fins)\n");
        write("handout/src/main/markdown/2-fish.md", "# Fish\n\n## Fins\n");

        assertTrue(Handout.of(repository).html().contains("<a href=\"#fish\">fish</a>, <a href=\"#fins\">fins</a>"));
    }

    private void assertMisprint(String chapter, int line, String problem) throws IOException {
        chapter(chapter);

        Misprint misprint = assertThrows(Misprint.class, () -> Handout.of(repository));

        String place = Path.of("handout", "src", "main", "markdown", "1-birds.md") + ":" + line + ": ";
        assertTrue(misprint.getMessage().startsWith(place), misprint.getMessage());
        assertTrue(misprint.getMessage().contains(problem), misprint.getMessage());
    }

    private void chapter(String text) throws IOException {
        write("handout/src/main/markdown/1-birds.md", text);
    }

    private void write(String file, String text) throws IOException {
        Path path = repository.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
