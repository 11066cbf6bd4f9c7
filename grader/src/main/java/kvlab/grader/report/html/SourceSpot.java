package kvlab.grader.report.html;

import kvlab.grader.check.CompileError;

/**
 * What the compiler objects to.
 *
 * @param place file and, if known, line
 * @param source the line with a caret below the place; empty if it is about the file as a whole
 */
public record SourceSpot(String place, String message, String source) {

    /** What is shown of a line to both sides of the place; lines can be as long as a file. */
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
