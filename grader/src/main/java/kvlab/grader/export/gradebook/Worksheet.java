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
 * A CSV file exported by another system, edited in place. {@link #render} preserves all that is not changed, byte for
 * byte: byte order mark, separator, quotes, line breaks. Only formulas get an apostrophe.
 */
final class Worksheet {

    private static final char MARK = '\uFEFF';

    private final boolean marked;
    private final List<CsvLine> lines;
    private final CsvLine headings;
    private final List<CsvLine> rows;

    /** @param filledLines the non-empty lines: headings and rows */
    private Worksheet(boolean marked, List<CsvLine> lines, List<CsvLine> filledLines) {
        this.marked = marked;
        this.lines = lines;
        this.headings = filledLines.get(0);
        this.rows = filledLines.subList(1, filledLines.size());
    }

    /**
     * @throws UnusableGradebookException if it is not a CSV file with headings
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

    /**
     * Comma or semicolon, whichever is more frequent in the first line: spreadsheets use semicolons in locales with
     * decimal commas.
     */
    private static String separator(String table) {
        String first = table.lines().findFirst().orElse("");
        return first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ";"
                : ",";
    }

    /** The headings, stripped. */
    List<String> headings() {
        return IntStream.range(0, headings.size())
                .mapToObj(column -> headings.text(column).strip())
                .toList();
    }

    /** The column with the first of these headings that exists, ignoring case; -1 if none does. */
    int column(String... wanted) {
        List<String> there = headings();
        return Stream.of(wanted)
                .flatMapToInt(heading -> IntStream.range(0, there.size())
                        .filter(column -> there.get(column).equalsIgnoreCase(heading)))
                .findFirst()
                .orElse(-1);
    }

    /** The column with this heading; if missing, it is added at the end of every row. */
    int columnOrNew(String heading) {
        int there = column(heading);
        if (there >= 0) {
            return there;
        }
        int added = headings.size();
        headings.set(added, heading);
        // Moodle rejects rows of different lengths.
        rows.forEach(row -> row.extendTo(headings.size()));
        return added;
    }

    int rows() {
        return rows.size();
    }

    /** The cell, stripped; empty if there is no such cell, as in column -1. */
    String cell(int row, int column) {
        return rows.get(row).text(column).strip();
    }

    /** The cell in the column with the first of these headings that exists. */
    String cell(int row, String... headings) {
        return cell(row, column(headings));
    }

    void set(int row, int column, String text) {
        rows.get(row).set(column, text);
    }

    /** The file as read, with the changed cells. */
    String render() {
        return (marked ? "" + MARK : "") + lines.stream().map(CsvLine::render).collect(Collectors.joining());
    }
}
