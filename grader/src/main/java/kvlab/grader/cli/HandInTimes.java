package kvlab.grader.cli;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/** A table of hand-in times. */
final class HandInTimes {

    private static final String SUBMISSION = "submission";
    private static final String TIME = "time";
    private static final CSVFormat FORMAT = CSVFormat.RFC4180
            .builder()
            .setHeader()
            .setSkipHeaderRecord(true)
            .setIgnoreEmptyLines(true)
            .get();

    private HandInTimes() {}

    /** @throws WrongUseException if the file is not such a table */
    static Map<String, Instant> read(Path file) {
        if (!Files.isRegularFile(file)) {
            throw new WrongUseException("--times " + file + ": there is no such file");
        }
        Map<String, Instant> times = new TreeMap<>();
        try (Reader text = Files.newBufferedReader(file);
                CSVParser table = FORMAT.parse(text)) {
            if (!table.getHeaderMap().keySet().containsAll(List.of(SUBMISSION, TIME))) {
                throw new WrongUseException("--times " + file + ": the first line must be " + SUBMISSION + "," + TIME);
            }
            for (CSVRecord row : table) {
                String where = "--times " + file + ", line " + table.getCurrentLineNumber() + ":";
                if (!row.isConsistent()) {
                    throw new WrongUseException(where + " expected a submission and a time");
                }
                times.put(row.get(SUBMISSION), SubmissionOptions.time(where, row.get(TIME)));
            }
            return times;
        } catch (IOException | IllegalArgumentException e) {
            throw new WrongUseException("--times " + file + " cannot be read as CSV (" + e.getMessage() + ")");
        }
    }
}
