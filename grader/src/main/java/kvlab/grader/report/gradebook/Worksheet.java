package kvlab.grader.report.gradebook;

import java.io.IOException;
import java.io.StringReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file that another system has exported: its cells, to be changed in place, and the way it is written, which
 * {@link #render} keeps: byte order mark, separator, ends of lines.
 */
final class Worksheet {

    private static final char MARK = '\uFEFF';

    private final boolean marked;
    private final CSVFormat format;
    private final List<String> headings;
    private final List<List<String>> rows;

    private Worksheet(boolean marked, CSVFormat format, List<List<String>> records) {
        this.marked = marked;
        this.format = format;
        this.headings = records.get(0);
        this.rows = records.subList(1, records.size());
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
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator(table))
                .setRecordSeparator(table.contains("\r\n") ? "\r\n" : "\n")
                .setIgnoreEmptyLines(true)
                .get();
        List<List<String>> records = new ArrayList<>();
        try (CSVParser parser = format.parse(new StringReader(table))) {
            for (CSVRecord record : parser) {
                records.add(new ArrayList<>(record.toList()));
            }
        } catch (IOException | RuntimeException e) {
            throw new UnusableGradebookException(
                    file + " cannot be read as CSV (" + e.getMessage() + "): export it again");
        }
        if (records.isEmpty()) {
            throw new UnusableGradebookException(file + " is empty: export it again");
        }
        return new Worksheet(marked, format, records);
    }

    /** The one of these that the first line has more of; spreadsheets write semicolons where the comma is in numbers. */
    private static String separator(String table) {
        String first = table.lines().findFirst().orElse("");
        return first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ";"
                : ",";
    }

    List<String> headings() {
        return List.copyOf(headings);
    }

    /** The first of the columns whose heading is like that; -1 if there is none. */
    int column(Predicate<String> heading) {
        return IntStream.range(0, headings.size())
                .filter(column -> heading.test(headings.get(column).strip()))
                .findFirst()
                .orElse(-1);
    }

    /** The column with this heading, in whatever case; -1 if there is none. */
    int column(String heading) {
        return column(heading::equalsIgnoreCase);
    }

    /** The column with this heading, added at the end if there is none. */
    int columnOrNew(String heading) {
        int there = column(heading);
        if (there >= 0) {
            return there;
        }
        headings.add(heading);
        return headings.size() - 1;
    }

    int rows() {
        return rows.size();
    }

    /** Without blanks around it; empty if there is no such cell, as in the column -1. */
    String cell(int row, int column) {
        List<String> cells = rows.get(row);
        return column < 0 || column >= cells.size() ? "" : cells.get(column).strip();
    }

    void set(int row, int column, String text) {
        List<String> cells = rows.get(row);
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, text);
    }

    /** As it was read, but for what was set, and for what a spreadsheet would take for formulas. */
    String render() {
        return (marked ? "" + MARK : "")
                + written(headings)
                + rows.stream().map(this::written).collect(Collectors.joining());
    }

    private String written(List<String> cells) {
        return cells.stream().map(Cell::safe).map(this::quoted).collect(Collectors.joining(format.getDelimiterString()))
                + format.getRecordSeparator();
    }

    /** Only where it must be: systems look for words such as {@code Points Possible} with and without care. */
    private String quoted(String text) {
        boolean must = text.contains(format.getDelimiterString()) || text.matches("(?s).*[\"\r\n].*");
        return must ? '"' + text.replace("\"", "\"\"") + '"' : text;
    }
}
