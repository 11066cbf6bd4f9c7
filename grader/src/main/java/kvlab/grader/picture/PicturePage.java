package kvlab.grader.picture;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import kvlab.explain.HandoutSection;
import kvlab.record.Kind;

/** The page of a failed schedule: a single HTML file that loads nothing. Equal pictures are equal bytes. Thread-safe. */
public final class PicturePage {
    /** What every page begins with. */
    public static final String BEGINNING = "<!DOCTYPE html>";

    /** Something that every page has, and no other. */
    public static final String MARK = "<meta name=\"generator\" content=\"kvlab picture\">";

    private final String html = PageScript.resource("/kvlab/grader/picture/picture.html");
    private final String style = PageScript.resource("/kvlab/grader/picture/picture.css");
    private final String script = PageScript.load();

    /** What the page's script reads. */
    private record Content(PictureText told, Section section, List<List<String>> kinds, PictureData data) {}

    /** Where the handout explains the rule that was broken; of nothing, or without a link, empty texts. */
    private record Section(String title, String link) {
        static Section of(PictureText text, PictureData data) {
            Optional<HandoutSection> section = data.story().section();
            return new Section(
                    section.map(HandoutSection::toString).orElse(""),
                    section.flatMap(part -> text.handout().map(page -> page + "#" + part.anchor()))
                            .orElse(""));
        }
    }

    /** The HTML of the page for this data, with these texts. */
    public String of(PictureText text, PictureData data) {
        List<List<String>> kinds = Kind.all().stream()
                .map(kind -> List.of(kind.word(), kind.group()))
                .toList();
        return html.replace("@policy@", policy())
                .replace("@style@", style)
                .replace("@script@", script)
                .replace("@data@", packed(new Content(text, Section.of(text, data), kinds, data)));
    }

    /** Allows this script and this style, and nothing from elsewhere. */
    private String policy() {
        return "default-src 'none'; script-src 'sha256-" + sha256(script) + "'; style-src 'sha256-" + sha256(style)
                + "'; base-uri 'none'; form-action 'none'";
    }

    /** In base 64, which has no character that could end an element. */
    private static String packed(Content content) {
        return Base64.getEncoder().encodeToString(PackedPicture.pack(content));
    }

    private static String sha256(String text) {
        try {
            MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
            return Base64.getEncoder().encodeToString(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
