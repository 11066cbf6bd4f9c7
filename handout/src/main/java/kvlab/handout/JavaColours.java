package kvlab.handout;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Marks comments, strings and keywords of Java code for the page's style sheet. The text itself stays as it is. */
final class JavaColours {

    private static final Pattern PIECE = Pattern.compile("""
            (?<comment>/\\*[\\s\\S]*?\\*/|//[^\\n]*)\
            |(?<string>"(?:\\\\.|[^"\\\\\\n])*")\
            |\\b(?<keyword>abstract|boolean|class|enum|extends|false|final|if|else|implements|import|instanceof|int\
            |interface|long|new|null|package|private|public|record|return|static|this|throws?|true|void|while)\\b""");

    private JavaColours() {}

    static String html(String code) {
        StringBuilder html = new StringBuilder();
        Matcher piece = PIECE.matcher(code);
        int done = 0;
        while (piece.find()) {
            html.append(Page.escape(code.substring(done, piece.start())));
            html.append("<span class=\"").append(kind(piece)).append("\">");
            html.append(Page.escape(piece.group())).append("</span>");
            done = piece.end();
        }
        return html.append(Page.escape(code.substring(done))).toString();
    }

    private static String kind(Matcher piece) {
        if (piece.group("comment") != null) {
            return "comment";
        }
        return piece.group("string") != null ? "string" : "keyword";
    }
}
