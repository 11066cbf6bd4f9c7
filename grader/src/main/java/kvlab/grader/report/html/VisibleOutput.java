package kvlab.grader.report.html;

import gg.jte.TemplateOutput;
import gg.jte.html.OwaspHtmlTemplateOutput;

/** Where templates write to: every text that is put into one is made {@linkplain Visible visible}, then escaped. */
final class VisibleOutput extends OwaspHtmlTemplateOutput {

    VisibleOutput(TemplateOutput page) {
        super(page);
    }

    @Override
    public void writeUserContent(String text) {
        super.writeUserContent(text == null ? null : Visible.text(text));
    }
}
