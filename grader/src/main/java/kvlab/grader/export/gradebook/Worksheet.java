package kvlab.grader.export.gradebook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.ParseException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A CSV file that another system has exported: its cells, to be changed in place. Whatever is not changed {@link #render} gives
 * back to the byte: byte order mark, separator, quotes, ends of lines. Only what a spreadsheet would compute gets an apostrophe.
 */
final class Worksheet {

    private static final char MARK = '\uFEFF';

    private final boolean marked;
    private final List<CsvLine> lines;
    private final CsvLine headings;
    private final List<CsvLine> rows;

    /** @param filledLines those of the lines that are not empty: the headings and the rows */
    private Worksheet(boolean marked, List<CsvLine> lines, List<CsvLine> filledLines) {
        this.marked = marked;
        this.lines = lines;
        this.headings = filledLines.get(0);
        this.rows = filledLines.subList(1, filledLines.size());
    }

    /**
     * @throws UnusableGradebookException if it is no such file
     * @throws IOException if it cannot be read
     */
    static Worksheet read(Path file) throws IOException, UnusableGradebookException {
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new UnusableGradebookException(
                    file + " is not written in UTF-8: export it again, or save it as \"CSV UTF-8\"");
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == MARK;
        String table = marked ? text.substring(1) : text;
        List<CsvLine> lines;
        try {
            lines = CsvLine.all(table, separator(table));
        } catch (ParseException e) {
            long line = table.substring(0, e.getErrorOffset() + 1).lines().count();
            throw new UnusableGradebookException(file + " cannot be read as CSV (in line " + line + " there is "
                    + e.getMessage() + "): export it again");
        }
        List<CsvLine> filled = lines.stream().filter(line -> !line.isEmpty()).toList();
        if (filled.isEmpty()) {
            throw new UnusableGradebookException(file + " is empty: export it again");
        }
        return new Worksheet(marked, lines, filled);
    }

    /** The one of these that the first line has more of; spreadsheets write semicolons where the comma is in numbers. */
    private static String separator(String table) {
        String first = table.lines().findFirst().orElse("");
        return first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ";"
                : ",";
    }

    /** Without blanks around them. */
    List<String> headings() {
        return IntStream.range(0, headings.size())
                .mapToObj(column -> headings.text(column).strip())
                .toList();
    }

    /** The column with the first of these headings that is there, in whatever case; -1 if there is none. */
    int column(String... wanted) {
        List<String> there = headings();
        return Stream.of(wanted)
                .flatMapToInt(heading -> IntStream.range(0, there.size())
                        .filter(column -> there.get(column).equalsIgnoreCase(heading)))
                .findFirst()
                .orElse(-1);
    }

    /** The column with this heading; if there is none it is added at the end, in every row. */
    int columnOrNew(String heading) {
        int there = column(heading);
        if (there >= 0) {
            return there;
        }
        int added = headings.size();
        headings.set(added, heading);
        // Moodle refuses a table whose rows are not equally long.
        rows.forEach(row -> row.extendTo(headings.size()));
        return added;
    }

    int rows() {
        return rows.size();
    }

    /** Without blanks around it; empty if there is no such cell, as in the column -1. */
    String cell(int row, int column) {
        return rows.get(row).text(column).strip();
    }

    /** Likewise, in the column with the first of these headings that is there. */
    String cell(int row, String... headings) {
        return cell(row, column(headings));
    }

    void set(int row, int column, String text) {
        rows.get(row).set(column, text);
    }

    /** As it was read, but for what was set. */
    String render() {
        return (marked ? "" + MARK : "") + lines.stream().map(CsvLine::render).collect(Collectors.joining());
    }
}
