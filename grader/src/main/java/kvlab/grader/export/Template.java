package kvlab.grader.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A text of this package's resources with gaps, each a name in double braces. */
record Template(String text) {

    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z-]+)}}");

    static Template named(String resource) {
        try (InputStream text = Template.class.getResourceAsStream(resource)) {
            return new Template(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The text with its gaps filled. What fills a gap is not looked at: braces in it stay as they are.
     *
     * @throws IllegalArgumentException if there is nothing for some gap
     */
    String filledWith(Map<String, String> words) {
        return GAP.matcher(text)
                .replaceAll(gap -> Matcher.quoteReplacement(Optional.ofNullable(words.get(gap.group(1)))
                        .orElseThrow(() -> new IllegalArgumentException("nothing for the gap " + gap.group()))));
    }
}
