package kvlab.grader.report.html;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.util.Map;

/** The templates of {@code src/main/jte}, which the build made classes of. */
final class Templates {

    private static final String PACKAGE = "kvlab.grader.report.html.template";

    private final TemplateEngine engine =
            TemplateEngine.createPrecompiled(null, ContentType.Html, Templates.class.getClassLoader(), PACKAGE);
    private final StyleSheet style = StyleSheet.load();

    /** The page that a template makes of this: every text in it is made {@linkplain Visible visible}, then escaped. */
    String render(String template, Object page) {
        StringOutput text = new StringOutput();
        engine.render(template, Map.of("page", page, "style", style), new OwaspHtmlTemplateOutput(text) {
            @Override
            public void writeUserContent(String content) {
                super.writeUserContent(content == null ? null : Visible.text(content));
            }
        });
        return text.toString();
    }
}
