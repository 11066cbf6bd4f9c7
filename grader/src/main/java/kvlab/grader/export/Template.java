package kvlab.grader.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text resources with placeholders, each a name in double braces. */
public final class Template {

    private static final Pattern GAP = Pattern.compile("\\{\\{([a-z-]+)}}");

    private Template() {}

    /**
     * A text with its placeholders replaced, in one pass: braces in a value are left alone.
     *
     * @throws IllegalArgumentException if a placeholder has no value
     */
    public static String filled(String resource, Map<String, String> words) {
        try (InputStream text = Template.class.getResourceAsStream(resource)) {
            return GAP.matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(gap -> Matcher.quoteReplacement(Optional.ofNullable(words.get(gap.group(1)))
                            .orElseThrow(() -> new IllegalArgumentException("nothing for the gap " + gap.group()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
