package kvlab.handout;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.node.Text;
import org.commonmark.renderer.text.TextContentRenderer;

/**
 * Puts into a chapter what it only names: code out of Java files, figures out of their files, and the ids that links lead
 * to.
 *
 * <p>Java in the handout is always an excerpt, written as a fence without content whose info string is {@code java
 * excerpt=<file from the repository's root>#<names of types, methods or fields, with commas between>}. So code that a student
 * reads is code that compiles. {@code java api=<file>} stands for the whole type as prose and a table.
 */
final class Typesetter extends AbstractVisitor {

    private static final Pattern EXCERPT = Pattern.compile("java (?:excerpt=([^#\\s]+)#([\\w,]+)|api=(\\S+))");

    /** With places for the file's name, its path and the code. */
    private static final String LISTING = """
            <figure class="code"><figcaption>%s</figcaption>
            <pre data-excerpt="%s"><code>%s</code></pre>
            </figure>""";

    private final Path repository;
    private final Chapter chapter;
    private final Anchors anchors;
    private final Excerpts excerpts;

    Typesetter(Path repository, Chapter chapter, Anchors anchors) {
        this.repository = repository;
        this.chapter = chapter;
        this.anchors = anchors;
        this.excerpts = new Excerpts(repository);
    }

    @Override
    public void visit(FencedCodeBlock fence) {
        String info = fence.getInfo();
        if (!info.startsWith("java")) {
            return;
        }
        Matcher directive = EXCERPT.matcher(info);
        if (!directive.matches() || !fence.getLiteral().isBlank()) {
            throw chapter.misprint(
                    fence,
                    "Java in the handout comes from a file that compiles: leave the fence empty and begin it with"
                            + " ```java excerpt=<file>#<name>, or ```java api=<file> for a type's documentation");
        }
        replace(fence, directive.group(3) == null ? listing(fence, directive) : api(fence, directive.group(3)));
    }

    private String api(Node fence, String file) {
        return excerpts.apiTable(file).orElseThrow(() -> chapter.misprint(fence, noFile(file)));
    }

    private String listing(Node fence, Matcher directive) {
        String file = directive.group(1);
        String names = directive.group(2);
        if (!Files.isRegularFile(repository.resolve(file))) {
            throw chapter.misprint(fence, noFile(file));
        }
        String code = excerpts.declarations(file, List.of(names.split(",")))
                .orElseThrow(() -> chapter.misprint(
                        fence,
                        "no declaration named " + names + " in " + file
                                + ": each name has to be that of a type, method or field"));
        return String.format(
                Locale.ROOT, LISTING, file.substring(file.lastIndexOf('/') + 1), file, JavaColours.html(code));
    }

    private static String noFile(String file) {
        return "no Java file " + file + ": the path starts at the repository's root";
    }

    /**
     * An image that stands alone is a figure, with its alternative text as the caption. SVG and WebP become part of the page:
     * drawings are SVG, which follow the reader's colours, and screens are WebP.
     */
    @Override
    public void visit(Paragraph paragraph) {
        if (!(paragraph.getFirstChild() instanceof Image image) || image.getNext() != null) {
            super.visit(paragraph);
            return;
        }
        Path file = repository
                .resolve(chapter.folder())
                .resolve(image.getDestination())
                .normalize();
        if (!Files.isRegularFile(file)) {
            throw chapter.misprint(image, "no figure " + image.getDestination() + " beside the chapter");
        }
        String caption =
                TextContentRenderer.builder().build().render(captionOf(image)).strip();
        replace(
                paragraph,
                "<figure>\n" + figure(image, file) + "\n<figcaption>" + Page.escape(caption)
                        + "</figcaption>\n</figure>");
    }

    private String figure(Image image, Path file) {
        byte[] bytes = read(file);
        if (file.toString().endsWith(".svg")) {
            return new String(bytes, StandardCharsets.UTF_8).strip();
        } else if (file.toString().endsWith(".webp")) {
            return "<img alt=\"\" src=\"data:image/webp;base64,"
                    + Base64.getEncoder().encodeToString(bytes) + "\">";
        }
        throw chapter.misprint(image, "a figure is an .svg file, or a .webp file of a screen");
    }

    @Override
    public void visit(Image image) {
        throw chapter.misprint(image, "a figure needs a paragraph of its own");
    }

    @Override
    public void visit(Link link) {
        String destination = link.getDestination();
        if (!destination.startsWith("https://")) {
            link.setDestination("#"
                    + anchors.resolve(chapter, destination)
                            .orElseThrow(() -> chapter.misprint(
                                    link,
                                    "the link to " + destination
                                            + " leads nowhere: write chapter.md, chapter.md#section,"
                                            + " #section, or an address that begins with https://")));
        }
        super.visit(link);
    }

    private static Node captionOf(Image image) {
        Paragraph caption = new Paragraph();
        for (Node part = image.getFirstChild(); part != null; ) {
            Node next = part.getNext();
            caption.appendChild(part);
            part = next;
        }
        return caption.getFirstChild() == null ? new Text("") : caption;
    }

    private static void replace(Node old, String html) {
        HtmlBlock block = new HtmlBlock();
        block.setLiteral(html);
        old.insertAfter(block);
        old.unlink();
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
