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
 * A table of hand-in times.
 *
 * @param times by what the table calls the submission, in its order
 */
public record HandInTimes(Map<String, Instant> times) {

    private static final String SUBMISSION = "submission";
    private static final String TIME = "time";
    private static final Map<String, List<String>> HEADINGS = StaffTable.headings(
            "submission = submission name student folder id login email emailaddress",
            "time = time submitted submittedat handedin handedinat handin date");

    /**
     * @param zone of times without an offset
     * @throws UnusableTableException if the file is not such a table
     * @throws IOException if it cannot be read
     */
    public static HandInTimes read(Path file, Optional<ZoneId> zone) throws IOException, UnusableTableException {
        StaffTable table = StaffTable.read(file, HEADINGS);
        table.requireColumns(SUBMISSION, TIME);
        table.requireUnique(SUBMISSION);
        Map<String, Instant> times = new LinkedHashMap<>();
        for (StaffTable.Row row : table.rows()) {
            if (row.cell(SUBMISSION).isEmpty()) {
                table.error(row, "there is no submission");
            }
            try {
                times.put(row.cell(SUBMISSION), TimeText.parse(row.cell(TIME), zone));
            } catch (DateTimeException e) {
                table.error(row, e.getMessage());
            }
        }
        table.requireNoErrors();
        return new HandInTimes(times);
    }
}
