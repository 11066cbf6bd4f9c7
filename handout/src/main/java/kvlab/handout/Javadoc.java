package kvlab.handout;

import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.EndElementTree;
import com.sun.source.doctree.LinkTree;
import com.sun.source.doctree.LiteralTree;
import com.sun.source.doctree.StartElementTree;
import com.sun.source.doctree.TextTree;
import java.util.List;

/** Javadoc as HTML, as far as the interface for submissions uses it: text, code, links, paragraphs and listings. */
final class Javadoc {

    private static final String PARAGRAPH = "</p>\n<p>";

    private Javadoc() {}

    /** Paragraphs and listings. */
    static String paragraphs(List<? extends DocTree> text) {
        return ("<p>" + inline(text) + "</p>\n").replaceAll("\\s+</p>", "</p>").replace("<p></p>\n", "");
    }

    /** Without the paragraph around it. */
    static String inline(List<? extends DocTree> text) {
        StringBuilder html = new StringBuilder();
        boolean listing = false;
        for (DocTree part : text) {
            if (part instanceof StartElementTree element) {
                listing = element.getName().contentEquals("pre");
                html.append(listing ? "</p>\n<pre>" : PARAGRAPH);
            } else if (part instanceof EndElementTree) {
                listing = false;
                html.append("</pre>\n<p>");
            } else {
                html.append(words(part, listing));
            }
        }
        return html.toString();
    }

    private static String words(DocTree part, boolean listing) {
        if (part instanceof TextTree text) {
            return Page.escape(text.getBody());
        }
        if (part instanceof LiteralTree code) {
            String body = code.getBody().getBody();
            return listing
                    ? "<code>" + JavaColours.html(body.strip()) + "</code>"
                    : "<code>" + Page.escape(body) + "</code>";
        }
        if (part instanceof LinkTree link) {
            String reference =
                    link.getReference().getSignature().replaceFirst("^#", "").replace('#', '.');
            return "<code>" + Page.escape(reference) + "</code>";
        }
        throw new IllegalArgumentException("Javadoc that the handout cannot show: " + part);
    }
}
