package kvlab.grader.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table of hand-in times: with the columns submission and time, or the grading worksheet that Moodle exports for an
 * assignment, with {@code Identifier} and {@code Last modified (submission)}.
 *
 * @param times by what the table calls the submission, in its order
 */
public record HandInTimes(Map<String, Instant> times) {

    private static final String SUBMISSION = "submission";
    private static final String IDENTIFIER = "identifier";
    private static final String TIME = "time";
    private static final Map<String, List<String>> HEADINGS = StaffTable.headings(
            "submission = submission name student folder id login email emailaddress",
            "identifier = identifier",
            "time = time submitted submittedat handedin handedinat handin date lastmodifiedsubmission");
    private static final String NOTHING = "-";

    /**
     * @param zone of times without an offset
     * @throws UnusableTableException if the file is not such a table
     * @throws IOException if it cannot be read
     */
    public static HandInTimes read(Path file, Optional<ZoneId> zone) throws IOException, UnusableTableException {
        StaffTable table = StaffTable.read(file, HEADINGS);
        boolean isWorksheet = table.has(IDENTIFIER);
        String key = isWorksheet ? IDENTIFIER : SUBMISSION;
        table.requireColumns(key, TIME);
        table.requireUnique(key);
        Map<String, Instant> times = new LinkedHashMap<>();
        for (StaffTable.Row row : table.rows()) {
            String time = row.cell(TIME);
            if (isWorksheet && (time.isEmpty() || time.equals(NOTHING))) {
                continue;
            }
            // "Participant 4711", in any language: the number is in the names of uploads.
            String submission = isWorksheet ? row.cell(key).replaceAll("\\D+", "") : row.cell(key);
            if (submission.isEmpty()) {
                table.error(row, "there is no submission");
            }
            try {
                times.put(submission, TimeText.parse(time, zone));
            } catch (DateTimeException e) {
                table.error(row, e.getMessage());
            }
        }
        table.requireNoErrors();
        return new HandInTimes(times);
    }
}
