package kvlab.grader.report.html;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;

/** What submissions and names have in them to make a page do what its author wants. */
final class HostileText {

    /** A host that a page must not ask for anything. */
    static final String HOST = "attacker.invalid";

    static final List<String> PIECES = List.of(
            "<script>document.title='owned'</script>",
            "</title><script>document.title='owned'</script>",
            "</style><script>document.title='owned'</script>",
            "<img src=\"http://" + HOST + "/a.png\" onerror=\"document.title='owned'\">",
            "\"><svg onload=\"document.title='owned'\">",
            "' onmouseover='document.title=1' x='",
            "\" autofocus onfocus=\"document.title='owned'\" x=\"",
            "<iframe src=\"http://" + HOST + "/b\"></iframe>",
            "<meta http-equiv=\"refresh\" content=\"0;url=http://" + HOST + "/c\">",
            "<link rel=\"stylesheet\" href=\"http://" + HOST + "/d.css\">",
            "<base href=\"http://" + HOST + "/\">",
            "<form action=\"http://" + HOST + "/e\"><input autofocus></form>",
            "<a href=\"javascript:document.title='owned'\">here</a>",
            "<plaintext>",
            "<!-- ",
            "--><b>",
            "]]>",
            "<![CDATA[",
            "</pre></div></table></main>",
            "&lt;b&gt; &amp;amp; &#0; &#x202e; &",
            "${page.result().key()} @if(true) $unsafe{style} <%= 1 %> {{7*7}}",
            "background:url(http://" + HOST + "/f)",
            "\u202Edesrever\u202C \u2066isolated\u2069 \u200B \uFEFF \u200F",
            "\u0000\u0007\b\u001B[31mred\u001B[0m\u007F\u009B\u0085",
            "a\rb\u2028c\u2029d\ne\tf",
            "\uD800 lone \uDC00 \uDBFF",
            "\uE000 \uFFFF \uFFFE \uD83F\uDFFE",
            "z̷̡̛̗̤͎̣̲͉̿̇͗̅̈́͜a̴",
            "אבג ابج ไทย 漢字 😀",
            "x".repeat(3000));

    private HostileText() {}

    /** Says something else each time, the same for the same seed: one of the pieces, or a few cut up and put together. */
    static UnaryOperator<String> telling(long seed) {
        Random random = new Random(seed);
        return text -> {
            StringBuilder told = new StringBuilder();
            int pieces = 1 + random.nextInt(3);
            for (int i = 0; i < pieces; i++) {
                String piece = PIECES.get(random.nextInt(PIECES.size()));
                told.append(random.nextBoolean() ? piece : piece.substring(random.nextInt(piece.length())));
            }
            return told.toString();
        };
    }
}
