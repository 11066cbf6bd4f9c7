package kvlab.handout;

import java.nio.file.Path;
import java.util.List;
import org.commonmark.node.Heading;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/** The assignment: its chapters, ready to be printed. */
public final class Handout {

    private final List<Chapter> chapters;
    private final Anchors anchors;

    private Handout(List<Chapter> chapters, Anchors anchors) {
        this.chapters = chapters;
        this.anchors = anchors;
    }

    /**
     * Reads the chapters of a repository and puts code, figures and links in their places.
     *
     * @throws Misprint if a chapter names code, a figure or a section that is not there
     */
    public static Handout of(Path repository) {
        List<Chapter> chapters = Chapter.allOf(repository);
        Anchors anchors = Anchors.of(chapters);
        for (Chapter chapter : chapters) {
            chapter.text().accept(new Typesetter(repository, chapter, anchors));
        }
        return new Handout(chapters, anchors);
    }

    /** The page: one HTML document that loads nothing else. The same chapters give the same text, byte for byte. */
    public String html() {
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(Chapter.MARKDOWN)
                .attributeProviderFactory(context -> headingIds())
                .build();
        StringBuilder body = new StringBuilder();
        for (Chapter chapter : chapters) {
            body.append("<section>\n").append(renderer.render(chapter.text())).append("</section>\n");
        }
        return Page.of(anchors.headings(), body.toString());
    }

    private AttributeProvider headingIds() {
        return (node, tag, attributes) -> {
            if (node instanceof Heading heading) {
                attributes.put("id", anchors.idOf(heading));
            }
        };
    }
}
