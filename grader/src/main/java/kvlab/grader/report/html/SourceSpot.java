package kvlab.grader.report.html;

import kvlab.grader.check.CompileError;

/**
 * A compiler error with its source line.
 *
 * @param place file and, if known, line
 * @param source the line with a caret below the position; empty if the error concerns the whole file
 */
public record SourceSpot(String place, String message, String source) {

    /** Characters shown to each side of the position; a line can be as long as a file. */
    private static final int REACH = 160;

    static SourceSpot of(CompileError error) {
        String place = error.line() == 0 ? error.file() : error.file() + ":" + error.line();
        return new SourceSpot(place, error.message(), error.line() == 0 ? "" : pointed(error));
    }

    private static String pointed(CompileError error) {
        String line = error.source();
        int at = (int) Math.max(0, Math.min(error.column() - 1, line.length()));
        String before = Visible.text(line.substring(Math.max(0, at - REACH), at));
        String after = Visible.text(line.substring(at, Math.min(line.length(), at + REACH)));
        String cutBefore = at > REACH ? "… " : "";
        String cutAfter = line.length() > at + REACH ? " …" : "";
        String shown = cutBefore + before + after + cutAfter;
        return error.column() < 1 ? shown : shown + "\n" + (cutBefore + before).replaceAll("[^\t]", " ") + "^";
    }
}
