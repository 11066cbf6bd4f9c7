package kvlab.grader.export.gradebook;

import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line of a CSV table, to be changed in place. A cell that nobody sets is written as it was read, quotes and all, which
 * is why no CSV library is at work here: they forget how a cell was written.
 */
final class CsvLine {

    private final String separator;
    private final List<Cell> cells;
    private final String end;

    /** @param written as it is in the file */
    private record Cell(String text, String written) {}

    private CsvLine(String separator, List<Cell> cells, String end) {
        this.separator = separator;
        this.cells = cells;
        this.end = end;
    }

    /**
     * All lines of a table, the empty ones too.
     *
     * @throws ParseException if some cell has a quote that does not end it, or no second one; says where the cell begins
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

    /** What the cell says; empty if there is no such cell. */
    String text(int column) {
        return column < 0 || column >= cells.size() ? "" : cells.get(column).text();
    }

    /** Fills in a cell, and never with a formula. */
    void set(int column, String text) {
        extendTo(column + 1);
        cells.set(column, new Cell(text, quoted(SafeText.of(text))));
    }

    /** Adds empty cells until there are so many. */
    void extendTo(int size) {
        while (cells.size() < size) {
            cells.add(new Cell("", ""));
        }
    }

    /** With its end. */
    String render() {
        return cells.stream().map(this::written).collect(Collectors.joining(separator)) + end;
    }

    /** As it was, unless a spreadsheet would compute it: a student may have chosen the name. A minus alone means nothing. */
    private String written(Cell cell) {
        String safe = SafeText.of(cell.text());
        return safe.equals(cell.text()) || cell.text().strip().equals("-") ? cell.written() : quoted(safe);
    }

    /** Only where it must be: systems look for words such as {@code Points Possible} with and without care. */
    private String quoted(String text) {
        boolean must = text.contains(separator) || text.matches("(?s).*[\"\r\n].*");
        return must ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
