package kvlab.handout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;

/** The HTML document around the chapters: title, style sheet, table of contents. */
final class Page {

    /** With places for title, style sheet, contents and chapters. */
    private static final String DOCUMENT = """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%s</title>
            <style>
            %s</style>
            </head>
            <body>
            <nav aria-label="Contents">
            %s</nav>
            <main>
            %s</main>
            </body>
            </html>
            """;

    private Page() {}

    static String of(List<Anchors.Entry> headings, String body) {
        return String.format(
                Locale.ROOT, DOCUMENT, escape(headings.get(0).title()), styleSheet(), contents(headings), body);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String contents(List<Anchors.Entry> headings) {
        StringBuilder list = new StringBuilder();
        list.append("<p><a href=\"#").append(headings.get(0).id()).append("\">Contents</a></p>\n<ol>\n");
        for (Anchors.Entry heading : headings.subList(1, headings.size())) {
            if (heading.level() <= 2) {
                list.append("<li class=\"level-").append(heading.level()).append("\"><a href=\"#");
                list.append(heading.id())
                        .append("\">")
                        .append(escape(heading.title()))
                        .append("</a></li>\n");
            }
        }
        return list.append("</ol>\n").toString();
    }

    private static String styleSheet() {
        try (InputStream css = Page.class.getResourceAsStream("handout.css")) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
