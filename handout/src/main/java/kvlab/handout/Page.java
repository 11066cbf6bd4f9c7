package kvlab.handout;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The HTML document around the chapters: title, style sheet, table of contents. */
final class Page {

    private Page() {}

    static String of(List<Anchors.Entry> headings, String body) {
        return """
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
                """.formatted(escape(headings.get(0).title()), styleSheet(), contents(headings), body);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String contents(List<Anchors.Entry> headings) {
        StringBuilder list = new StringBuilder("<p><a href=\"#%s\">Contents</a></p>\n<ol>\n"
                .formatted(headings.get(0).id()));
        for (Anchors.Entry heading : headings.subList(1, headings.size())) {
            if (heading.level() <= 2) {
                list.append("<li class=\"level-%d\"><a href=\"#%s\">%s</a></li>\n"
                        .formatted(heading.level(), heading.id(), escape(heading.title())));
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
