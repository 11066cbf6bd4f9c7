package kvlab.grader.roster;

import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The class, as the staff know it: a table with any of the columns name (or first and last name), id, email, login, git,
 * folder, section, group, due, extension, late days left, excused, note.
 *
 * @param unknownHeadings columns that mean nothing here
 */
public record Roster(List<RosterEntry> entries, List<String> unknownHeadings) {

    private static final Map<String, List<String>> HEADINGS = StaffTable.headings(
            "name = name student studentname fullname",
            "first name = firstname givenname first",
            "last name = lastname surname familyname last",
            "id = id studentid sid sisuserid number idnumber studentnumber matriculationnumber userid",
            "email = email emailaddress mail mailaddress",
            "login = login lmslogin loginid sisloginid username user lmsuser",
            "git = git gituser gitusername github githubuser githubusername gitlab gitlabuser repository repo",
            "folder = folder directory submission handin",
            "section = section sections",
            "group = group groupname team teamname",
            "due = due duetime duedate dueat deadline extendeduntil extendedto",
            "extension = extension extensiondays extradays",
            "late days left = latedaysleft latedays freelatedays graceday gracedays gracedaysleft",
            "excused = excused exempt",
            "note = note notes comment comments remark remarks");

    private static final List<String> IDENTIFYING = List.of("name", "id", "email", "login", "git", "folder");
    private static final List<String> UNIQUE = List.of("id", "email", "login", "git");
    private static final Set<String> YES = Set.of("yes", "y", "true", "x", "1", "ex", "excused", "ja", "oui", "si");
    private static final Set<String> NO = Set.of("", "no", "n", "false", "0", "-", "nein", "non");
    private static final int MAX_DAYS = 366;

    public Roster {
        entries = List.copyOf(entries);
        unknownHeadings = List.copyOf(unknownHeadings);
    }

    /**
     * @param zone of due times without an offset
     * @throws UnusableTableException if the file is not such a table
     * @throws IOException if it cannot be read
     */
    public static Roster read(Path file, Optional<ZoneId> zone) throws IOException, UnusableTableException {
        StaffTable table = StaffTable.read(file, HEADINGS);
        table.requireColumns();
        boolean named = IDENTIFYING.stream().anyMatch(table::has) || table.has("last name");
        if (!named) {
            table.headingError("there must be one of the columns " + String.join(", ", IDENTIFYING));
            table.requireNoErrors();
        }
        UNIQUE.forEach(table::requireUnique);
        List<RosterEntry> entries = new ArrayList<>();
        for (StaffTable.Row row : table.rows()) {
            RosterEntry entry = entry(table, row, zone);
            if (entry.names().isEmpty() && entry.name().isEmpty()) {
                table.error(row, "it says of nobody who it is");
            }
            entries.add(entry);
        }
        table.requireNoErrors();
        return new Roster(entries, table.unknownHeadings());
    }

    private static RosterEntry entry(StaffTable table, StaffTable.Row row, Optional<ZoneId> zone) {
        String fullName =
                row.optional("name").orElseGet(() -> (row.cell("first name") + " " + row.cell("last name")).strip());
        return new RosterEntry(
                row.line(),
                fullName,
                row.cell("id"),
                row.cell("email"),
                row.cell("login"),
                // Only the last part of a repository's address says whose it is.
                row.cell("git").replaceFirst("(\\.git)?/*$", "").replaceFirst("^.*[/:@]", ""),
                row.cell("folder"),
                row.cell("section"),
                row.cell("group"),
                row.optional("due").flatMap(text -> time(table, row, text, zone)),
                days(table, row, "extension"),
                days(table, row, "late days left"),
                excused(table, row),
                row.cell("note"));
    }

    private static Optional<Instant> time(StaffTable table, StaffTable.Row row, String text, Optional<ZoneId> zone) {
        try {
            return Optional.of(TimeText.parse(text, zone));
        } catch (DateTimeException e) {
            table.error(row, "due: " + e.getMessage());
            return Optional.empty();
        }
    }

    private static int days(StaffTable table, StaffTable.Row row, String column) {
        String text = row.cell(column).toLowerCase(Locale.ROOT).replaceFirst("\\s*(days?|d)$", "");
        if (text.isEmpty() || text.equals("-")) {
            return 0;
        }
        if (text.matches("\\d{1,3}") && Integer.parseInt(text) <= MAX_DAYS) {
            return Integer.parseInt(text);
        }
        table.error(
                row,
                column + ": " + StaffTable.shown(row.cell(column)) + " is no number of days from 0 to " + MAX_DAYS
                        + "; a time goes under the heading due");
        return 0;
    }

    private static boolean excused(StaffTable table, StaffTable.Row row) {
        String text = row.cell("excused").toLowerCase(Locale.ROOT);
        if (!YES.contains(text) && !NO.contains(text)) {
            table.error(row, "excused: " + StaffTable.shown(row.cell("excused")) + " is neither yes nor no");
        }
        return YES.contains(text);
    }
}
