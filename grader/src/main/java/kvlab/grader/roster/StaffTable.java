package kvlab.grader.roster;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kvlab.grader.intake.files.DecodedText;
import kvlab.grader.intake.files.DisplayText;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A table as spreadsheets write them: separated by commas, semicolons or tabs; in UTF-8, UTF-16 or windows-1252, with or
 * without byte order mark; with {@code sep=;} in the first line, or {@code ="00123"} in a cell. Headings may be written
 * in any case and punctuation.
 */
final class StaffTable {

    private static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)\"?sep=(.)\"?\\R");
    private static final Pattern FORMULA = Pattern.compile("=\"(.*)\"", Pattern.DOTALL);
    private static final int MAX_BYTES = 16 * 1024 * 1024;
    private static final List<String> SEPARATORS = List.of(",", ";", "\t");

    private final Path file;
    private final List<Row> rows = new ArrayList<>();
    private final List<String> errors = new ArrayList<>();
    private final List<String> unknownHeadings = new ArrayList<>();
    private List<String> columns = List.of();

    private StaffTable(Path file) {
        this.file = file;
    }

    /** @param line the number of its last line in the file, from 1 */
    record Row(int line, Map<String, String> cells) {

        /** The cell without white space around it; empty if there is none. */
        String cell(String column) {
            return cells.getOrDefault(column, "");
        }

        Optional<String> optional(String column) {
            return Optional.of(cell(column)).filter(text -> !text.isEmpty());
        }
    }

    /**
     * @param headings the columns, each with all its headings, in lower case and letters and digits only
     * @throws IOException if the file cannot be read
     */
    static StaffTable read(Path file, Map<String, List<String>> headings) throws IOException {
        StaffTable table = new StaffTable(file);
        if (!Files.isRegularFile(file) || Files.size(file) > MAX_BYTES) {
            table.headingError("this is no table: a file of at most " + MAX_BYTES / 1024 / 1024 + " MiB is needed");
            return table;
        }
        byte[] content = Files.readAllBytes(file);
        if (content.length > 1 && content[0] == 'P' && content[1] == 'K') {
            table.headingError("this is a workbook, not a table of text: save it as CSV");
        } else {
            table.parse(DecodedText.of(content).text(), headings);
        }
        return table;
    }

    List<Row> rows() {
        return List.copyOf(rows);
    }

    boolean has(String column) {
        return columns.contains(column);
    }

    /** Headings that are none of the columns'. */
    List<String> unknownHeadings() {
        return List.copyOf(unknownHeadings);
    }

    /** @throws UnusableTableException if one of these columns is missing, or the table could not be read */
    void requireColumns(String... required) throws UnusableTableException {
        if (errors.isEmpty() && !columns.containsAll(List.of(required))) {
            headingError("the headings must be " + String.join(" and ", required));
        }
        if (columns.isEmpty() || !columns.containsAll(List.of(required))) {
            requireNoErrors();
        }
    }

    void error(Row row, String what) {
        errors.add("line " + row.line() + ": " + what);
    }

    /** An error of the first line. */
    void headingError(String what) {
        errors.add("line 1: " + what);
    }

    /** @throws UnusableTableException if there are errors, in the order of their lines */
    void requireNoErrors() throws UnusableTableException {
        if (!errors.isEmpty()) {
            throw new UnusableTableException(
                    file,
                    errors.stream()
                            .sorted(Comparator.comparingInt(StaffTable::line))
                            .toList());
        }
    }

    private static int line(String error) {
        return Integer.parseInt(error.substring("line ".length(), error.indexOf(':')));
    }

    private void parse(String text, Map<String, List<String>> headings) {
        Matcher declared = SEPARATOR_LINE.matcher(text);
        boolean isDeclared = declared.lookingAt();
        String separator = isDeclared ? declared.group(1) : separator(text);
        String table = isDeclared ? text.substring(declared.end()) : text;
        int skipped = isDeclared ? 1 : 0;
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(separator)
                .setIgnoreEmptyLines(true)
                .setTrailingData(true)
                .setLenientEof(true)
                .get();
        try (CSVParser parser = format.parse(new StringReader(table))) {
            for (CSVRecord line : parser) {
                // The parser has read the line's end, except that of the last one.
                int number = (int) parser.getCurrentLineNumber() + skipped;
                List<String> cells = line.stream().map(StaffTable::cleaned).toList();
                if (cells.stream().allMatch(String::isEmpty)) {
                    continue;
                }
                if (columns.isEmpty()) {
                    readHeadings(cells, headings);
                } else {
                    readRow(number, cells);
                }
            }
        } catch (IOException | RuntimeException e) {
            headingError("the table cannot be read as CSV (" + e.getMessage() + ")");
        }
        if (columns.isEmpty()) {
            headingError("the table is empty");
        }
    }

    /** The most frequent separator in the first line. */
    private static String separator(String text) {
        String first = text.lines().filter(line -> !line.isBlank()).findFirst().orElse("");
        return SEPARATORS.stream()
                .max(Comparator.comparingInt((String separator) -> first.split(Pattern.quote(separator), -1).length)
                        .thenComparing(separator -> -SEPARATORS.indexOf(separator)))
                .orElseThrow();
    }

    private static String cleaned(String cell) {
        String stripped = cell.replace('\u00A0', ' ').strip();
        Matcher formula = FORMULA.matcher(stripped);
        return Normalizer.normalize(formula.matches() ? formula.group(1).strip() : stripped, Normalizer.Form.NFC);
    }

    private void readHeadings(List<String> cells, Map<String, List<String>> headings) {
        List<String> named = new ArrayList<>();
        for (String cell : cells) {
            String heading = cell.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{Nd}]", "");
            String column = headings.entrySet().stream()
                    .filter(entry -> entry.getValue().contains(heading))
                    .map(Map.Entry::getKey)
                    .findFirst()
                    .orElse("");
            if (!column.isEmpty() && named.contains(column)) {
                headingError("there are two columns for the " + column + ", the second called " + shown(cell));
            }
            if (column.isEmpty() && !cell.isEmpty()) {
                unknownHeadings.add(cell);
            }
            named.add(column);
        }
        columns = named;
    }

    private void readRow(int line, List<String> cells) {
        Map<String, String> byColumn = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(cells.size(), columns.size()); i++) {
            if (!columns.get(i).isEmpty()) {
                byColumn.put(columns.get(i), cells.get(i));
            }
        }
        Row row = new Row(line, byColumn);
        rows.add(row);
        if (cells.stream().skip(columns.size()).anyMatch(cell -> !cell.isEmpty())) {
            error(row, "it has more cells than there are headings: quote a cell that holds a separator");
        }
    }

    /** Reports rows that have the same value in a column. */
    void requireUnique(String column) {
        Map<String, Row> byValue = new TreeMap<>();
        for (Row row : rows) {
            row.optional(column).ifPresent(value -> {
                Row other = byValue.putIfAbsent(StudentIndex.comparable(value), row);
                if (other != null) {
                    error(row, "the " + column + " " + shown(value) + " is in line " + other.line() + " too");
                }
            });
        }
    }

    static String shown(String text) {
        return "\"" + DisplayText.name(text) + "\"";
    }

    /** Headings as {@link #read} takes them. */
    static Map<String, List<String>> headings(String... lines) {
        Map<String, List<String>> headings = new LinkedHashMap<>();
        for (String line : lines) {
            String[] parts = line.split("=");
            headings.put(
                    parts[0].strip(), Stream.of(parts[1].strip().split(" ")).toList());
        }
        return headings;
    }
}
