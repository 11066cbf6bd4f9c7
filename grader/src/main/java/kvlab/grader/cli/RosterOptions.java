package kvlab.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.grade.Concession;
import kvlab.grader.grade.result.Owner;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.report.PlainText;
import kvlab.grader.roster.Roster;
import kvlab.grader.roster.RosterEntry;
import kvlab.grader.roster.RosterJoin;
import kvlab.grader.roster.UnusableTableException;
import picocli.CommandLine.Option;

/** The class as the staff know it: who the hand-ins are by, what single students are granted, who is missing. */
final class RosterOptions {

    private static final int MAX_NAMED = 20;

    @Option(
            names = "--roster",
            paramLabel = "FILE",
            description = "The class: a CSV file with any of the columns name, id, email, login, git, folder, section,"
                    + " group, due, extension, late days left, excused, note.")
    private Path file;

    @Option(
            names = "--missing",
            paramLabel = "KIND",
            defaultValue = "list",
            description =
                    "What becomes of students in the roster who have handed in nothing: LIST them, or give them ZERO"
                            + " points and a page (default: ${DEFAULT-VALUE}).")
    private Missing missing;

    /** What becomes of students who have handed in nothing. */
    enum Missing {
        LIST,
        ZERO
    }

    private Optional<RosterJoin> join = Optional.empty();
    private List<Diagnostic> notes = List.of();

    /**
     * The hand-ins under the roster's names; with those who are missing if they are to get a result.
     *
     * @param zone of due times without an offset
     * @param folder where hand-ins that are missing would be
     */
    List<StudentUploads> join(List<StudentUploads> students, Optional<ZoneId> zone, Path folder) throws IOException {
        if (file == null) {
            return students;
        }
        if (!Files.isRegularFile(file)) {
            throw new WrongUseException("--roster " + file + ": there is no such file");
        }
        try {
            Roster roster = Roster.read(file, zone);
            RosterJoin joined = RosterJoin.of(file, roster, students);
            join = Optional.of(joined);
            notes = notes(roster, joined);
            List<StudentUploads> all = new ArrayList<>(joined.students());
            if (missing == Missing.ZERO) {
                all.addAll(joined.nothingHandedIn(folder));
            }
            return all;
        } catch (UnusableTableException e) {
            throw new WrongUseException("--roster " + e.getMessage());
        }
    }

    /** What single students are granted, by the file names of their hand-ins; of a group the most of its members. */
    Map<String, Concession> concessions() {
        Map<String, Concession> granted = new HashMap<>();
        join.ifPresent(joined -> joined.entries().forEach((name, entries) -> granted.put(name, concession(entries))));
        granted.values().removeIf(Concession::isNone);
        return granted;
    }

    private static Concession concession(List<RosterEntry> entries) {
        Optional<Instant> due =
                entries.stream().flatMap(entry -> entry.due().stream()).max(Comparator.naturalOrder());
        return new Concession(
                due,
                entries.stream().mapToInt(RosterEntry::extensionDays).max().orElse(0),
                entries.stream().mapToInt(RosterEntry::lateDaysLeft).max().orElse(0));
    }

    List<Diagnostic> notes() {
        return notes;
    }

    /** Who has handed in nothing, in the roster's order. */
    List<RosterEntry> missing(boolean excused) {
        return join.stream()
                .flatMap(joined -> joined.missing().stream())
                .filter(entry -> entry.excused() == excused)
                .toList();
    }

    /** The same as the authors of results are named. */
    List<Owner> missingPeople(boolean excused) {
        return missing(excused).stream()
                .map(entry -> new Owner(entry.name(), entry.id(), entry.email(), entry.section()))
                .toList();
    }

    /**
     * Lists who has handed in nothing.
     *
     * @param routine for those who need not
     * @param important for the others
     */
    void tellMissing(PrintStream routine, PrintStream important) {
        List<RosterEntry> due = missing(false);
        List<RosterEntry> excused = missing(true);
        if (!due.isEmpty()) {
            int all = due.size()
                    + excused.size()
                    + join.orElseThrow().entries().values().stream()
                            .mapToInt(List::size)
                            .sum();
            important.println("not handed in: " + due.size() + " of " + all + ": " + names(due)
                    + (missing == Missing.LIST ? ". With --missing zero they get a result too" : ""));
        }
        if (!excused.isEmpty()) {
            routine.println("excused, and not handed in: " + names(excused));
        }
    }

    /** The options as words for another command line. */
    List<String> words() {
        return file == null ? List.of() : List.of("--roster=" + file, "--missing=" + missing);
    }

    private List<Diagnostic> notes(Roster roster, RosterJoin joined) {
        List<Diagnostic> found = new ArrayList<>();
        if (!joined.strangers().isEmpty()) {
            found.add(Diagnostic.of("note.not-in-roster")
                    .with("file", file)
                    .with("names", joined.strangers().size())
                    .with("first", first(joined.strangers())));
        }
        if (!roster.unknownHeadings().isEmpty()) {
            found.add(Diagnostic.of("note.roster-columns")
                    .with("file", file)
                    .with("columns", first(roster.unknownHeadings())));
        }
        return found;
    }

    private static String first(List<String> names) {
        return String.join(", ", names.subList(0, Math.min(MAX_NAMED, names.size())))
                + (names.size() > MAX_NAMED ? " and more" : "");
    }

    private static String names(List<RosterEntry> entries) {
        return PlainText.line(entries.stream().map(RosterEntry::called).collect(Collectors.joining(", ")));
    }
}
