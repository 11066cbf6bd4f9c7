package kvlab.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.Layout;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Uploads;
import kvlab.grader.policy.Policy;
import kvlab.grader.roster.HandInTimes;
import kvlab.grader.roster.StudentIndex;
import kvlab.grader.roster.TimeText;
import kvlab.grader.roster.UnusableTableException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The submissions that a command processes. */
final class SubmissionOptions {

    private static final int MAX_NAMED = 20;
    private static final String ON_TIME = "on-time";

    @Parameters(
            paramLabel = "PATH",
            arity = "1..*",
            description =
                    "Submissions: directories, git repositories, .tar or .zip archives; or folders with a class's"
                            + " submissions, as Canvas, Moodle, Gradescope and Autolab export them or with one entry for each student.")
    private List<Path> paths = List.of();

    @Option(
            names = "--submitted",
            paramLabel = "TIME",
            description = "When all of these were handed in, such as 2026-12-04T23:58:00-05:00 (default: as commits and"
                    + " exports say).")
    private String submitted;

    @Option(
            names = "--times",
            paramLabel = "FILE",
            description = "When each was handed in: a CSV file with the columns submission and time.")
    private Path times;

    @Option(
            names = "--times-unknown",
            paramLabel = "RULE",
            description =
                    "on-time: where nobody says when something was handed in, it was in time. Without this it counts as in time"
                            + " as well, but is listed if that matters, and the exit code is 4.")
    private String timesUnknown;

    @Option(
            names = "--yes",
            description = "Take folders as ./kvlab intake shows them, even if it is not certain what they are.")
    private boolean yes;

    @Option(
            names = "--as",
            paramLabel = "KIND",
            description =
                    "What each PATH is: ONE submission, or a CLASS with an entry for each student (default: as names"
                            + " and files say).")
    private Optional<Layout.Kind> kind = Optional.empty();

    @Mixin
    private RosterOptions roster;

    private List<Diagnostic> notes = List.of();
    private List<Layout> layouts = List.of();

    /**
     * The uploads of each student.
     *
     * @param only the names of the submissions to select; all if empty
     * @param policy says in which zone times without an offset are
     * @param routine where to say what the paths were taken for
     * @throws WrongUseException if a path does not exist, or a name is unknown
     */
    List<StudentUploads> uploads(Set<String> only, Policy policy, PrintStream routine) throws IOException {
        requireReadable();
        Uploads all = Uploads.at(paths, kind);
        layouts = all.layouts();
        new LayoutQuestion(all, yes).settle(routine);
        notes = new ArrayList<>(all.notes());
        Optional<ZoneId> zone = policy.due().map(due -> due.at().getZone());
        List<StudentUploads> students = dated(roster.join(all.students(), zone, paths.get(0)), zone);
        notes.addAll(roster.notes());
        if (students.isEmpty()) {
            throw new WrongUseException("there is no submission in "
                    + paths.stream().map(Path::toString).collect(Collectors.joining(", "))
                    + ": name a folder that holds some");
        }
        Set<String> unknown = new TreeSet<>(only);
        students.forEach(uploads -> unknown.remove(uploads.fileName()));
        if (!unknown.isEmpty()) {
            throw new WrongUseException("--only " + String.join(", ", unknown)
                    + ": there is no such submission; there are "
                    + students.stream().map(StudentUploads::fileName).limit(20).collect(Collectors.joining(", ")));
        }
        return students.stream()
                .filter(uploads -> only.isEmpty() || only.contains(uploads.fileName()))
                .toList();
    }

    /**
     * Rejects an output directory among the submissions, where results would be read as submissions on the next run.
     *
     * @throws WrongUseException if this directory is one of the paths, or inside one
     */
    void requireApart(String option, Path directory) throws IOException {
        Path real = real(directory.toAbsolutePath().normalize());
        for (Path path : paths) {
            if (Files.isDirectory(path) && real.startsWith(path.toRealPath())) {
                throw new WrongUseException(option + " " + directory + " lies in " + path
                        + ", among what was handed in: name a directory elsewhere with " + option);
            }
        }
    }

    /** The real path of a file that may not exist yet. */
    private static Path real(Path path) throws IOException {
        return Files.exists(path) || path.getParent() == null
                ? path.toRealPath()
                : real(path.getParent()).resolve(path.getFileName());
    }

    /** Whether a path is a folder with a class's submissions, not a single submission. */
    boolean areOfClass() {
        return layouts.stream().anyMatch(Layout::isClass);
    }

    /** The class as the staff know it; complete after {@link #uploads}. */
    RosterOptions roster() {
        return roster;
    }

    /**
     * Whether what was handed in at an unknown time is known to have been in time.
     *
     * @throws WrongUseException if another rule is asked for
     */
    boolean unknownIsOnTime() {
        if (timesUnknown != null && !timesUnknown.equals(ON_TIME)) {
            throw new WrongUseException("--times-unknown " + timesUnknown + ": the only rule is " + ON_TIME
                    + "; what was not in time needs its time, by --times or --submitted");
        }
        return timesUnknown != null;
    }

    /** Notes on the folders for the staff. */
    List<Diagnostic> notes() {
        return notes;
    }

    /** The paths as they were given. */
    List<String> paths() {
        return paths.stream().map(Path::toString).toList();
    }

    /** The options, without the paths, as words for another command line. */
    List<String> words() {
        List<String> words = new ArrayList<>();
        kind.ifPresent(stated -> words.add("--as=" + stated));
        if (layouts.stream().anyMatch(layout -> layout.doubt().isPresent())) {
            // It was settled when this command ran.
            words.add("--yes");
        }
        if (submitted != null) {
            words.add("--submitted=" + submitted);
        }
        if (times != null) {
            words.add("--times=" + times);
        }
        words.addAll(roster.words());
        if (timesUnknown != null) {
            words.add("--times-unknown=" + timesUnknown);
        }
        return words;
    }

    private List<StudentUploads> dated(List<StudentUploads> students, Optional<ZoneId> zone) throws IOException {
        Optional<Instant> forAll = Optional.ofNullable(submitted).map(text -> time(text, zone));
        Map<StudentUploads, Instant> own = times == null ? Map.of() : ownTimes(students, zone);
        List<StudentUploads> dated = new ArrayList<>();
        for (StudentUploads uploads : students) {
            Optional<Instant> time = Optional.ofNullable(own.get(uploads)).or(() -> forAll);
            dated.add(time.map(uploads::at).orElse(uploads));
        }
        return dated;
    }

    /** The times of the table, by student; a name that is not in the class is noted. */
    private Map<StudentUploads, Instant> ownTimes(List<StudentUploads> students, Optional<ZoneId> zone)
            throws IOException {
        if (!Files.isRegularFile(times)) {
            throw new WrongUseException("--times " + times + ": there is no such file");
        }
        StudentIndex<StudentUploads> index = new StudentIndex<>(students, StudentUploads::student);
        Map<StudentUploads, Instant> own = new HashMap<>();
        List<String> others = new ArrayList<>();
        try {
            HandInTimes.read(times, zone)
                    .times()
                    .forEach((name, time) -> index.find(name)
                            .ifPresentOrElse(uploads -> own.put(uploads, time), () -> others.add(name)));
        } catch (UnusableTableException e) {
            throw new WrongUseException("--times " + e.getMessage());
        }
        if (!others.isEmpty()) {
            notes.add(Diagnostic.of("note.times-of-others")
                    .with("file", times)
                    .with("names", others.size())
                    .with("first", String.join(", ", others.subList(0, Math.min(MAX_NAMED, others.size())))));
        }
        return own;
    }

    private static Instant time(String text, Optional<ZoneId> zone) {
        try {
            return TimeText.parse(text, zone);
        } catch (DateTimeException e) {
            throw new WrongUseException("--submitted " + e.getMessage());
        }
    }

    private void requireReadable() {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new WrongUseException("there is nothing at " + path + ": name what was handed in");
            }
            if (!Files.isReadable(path) || (Files.isDirectory(path) && !Files.isExecutable(path))) {
                throw new WrongUseException(path + " cannot be read: give yourself permission (chmod -R u+rX " + path
                        + ") or name another path");
            }
        }
    }
}
