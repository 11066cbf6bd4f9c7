package kvlab.grader.export.gradebook;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of a CSV table, edited in place. Unchanged cells are written exactly as read, quotes included. CSV libraries
 * do not preserve the quoting, so none is used.
 */
final class CsvLine {

    private final String separator;
    private final List<Cell> cells;
    private final String end;

    /** @param written the cell as in the file, with quotes */
    private record Cell(String text, String written) {}

    private CsvLine(String separator, List<Cell> cells, String end) {
        this.separator = separator;
        this.cells = cells;
        this.end = end;
    }

    /**
     * All lines of a table, including empty ones.
     *
     * @throws ParseException if a cell has an unterminated or misplaced quote; the message gives the cell's position
     */
    static List<CsvLine> all(String table, String separator) throws ParseException {
        String other = "[^" + Pattern.quote(separator) + "\r\n]";
        Matcher cell = Pattern.compile("(?:\"(?<quoted>[^\"]*+(?:\"\"[^\"]*+)*+)\"[ \t]*+|(?!\")(?<plain>" + other
                        + "*+))(?<end>" + Pattern.quote(separator) + "|\r\n|\r|\n|\\z)")
                .matcher(table);
        List<CsvLine> lines = new ArrayList<>();
        List<Cell> cells = new ArrayList<>();
        int start = 0;
        while (start < table.length() || !cells.isEmpty()) {
            if (!cell.region(start, table.length()).lookingAt()) {
                throw new ParseException("a quote that is not closed, or not at the end of its cell", start);
            }
            String quoted = cell.group("quoted");
            cells.add(new Cell(
                    quoted == null ? cell.group("plain") : quoted.replace("\"\"", "\""),
                    table.substring(start, cell.start("end"))));
            start = cell.end();
            if (!cell.group("end").equals(separator)) {
                lines.add(new CsvLine(separator, cells, cell.group("end")));
                cells = new ArrayList<>();
            }
        }
        return lines;
    }

    boolean isEmpty() {
        return cells.size() == 1 && cells.get(0).written().isEmpty();
    }

    int size() {
        return cells.size();
    }

    /** The text of a cell; empty if there is no such cell. */
    String text(int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column).text();
    }

    /** Sets a cell; formulas are escaped. */
    void set(int column, String text) {
        extendTo(column + 1);
        cells.set(column, new Cell(text, quoted(SafeText.of(text))));
    }

    /** Adds empty cells up to this number. */
    void extendTo(int size) {
        while (cells.size() < size) {
            cells.add(new Cell("", ""));
        }
    }

    /** The line with its line break. */
    String render() {
        return cells.stream().map(this::written).collect(Collectors.joining(separator)) + end;
    }

    /**
     * The cell as read, escaped if a spreadsheet would evaluate it: a name may be chosen by a student. A lone minus is
     * safe.
     */
    private String written(Cell cell) {
        String safe = SafeText.of(cell.text());
        return safe.equals(cell.text()) || cell.text().strip().equals("-") ? cell.written() : quoted(safe);
    }

    /** Quotes only if necessary: some systems compare words such as {@code Points Possible} with the raw cell. */
    private String quoted(String text) {
        boolean must = text.contains(separator) || text.matches("(?s).*[\"\r\n].*");
        return must ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
