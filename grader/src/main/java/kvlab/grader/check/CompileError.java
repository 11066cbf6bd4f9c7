package kvlab.grader.check;

/**
 * An error that the compiler reports.
 *
 * @param code the compiler's own name for this kind of error, such as {@code compiler.err.cant.resolve}; empty in results
 *     of older versions
 * @param file the source file's name
 * @param line from 1; 0 if the error concerns the whole file
 * @param column from 1; 0 if the error concerns the whole file
 * @param message the message, possibly several lines
 * @param source the line of the file; empty if {@code line} is 0
 */
public record CompileError(String code, String file, long line, long column, String message, String source) {

    public CompileError {
        code = code == null ? "" : code;
    }

    /** The error in the usual format: file, line, message, then the source line with a caret below the column. */
    public String rendered() {
        if (line == 0) {
            return file + ": " + message;
        }
        String head = file + ":" + line + ": " + message;
        if (column < 1 || column > source.length() + 1) {
            return head;
        }
        String indent = source.substring(0, (int) column - 1).replaceAll("[^\t]", " ");
        return head + "\n    " + source + "\n    " + indent + "^";
    }
}
