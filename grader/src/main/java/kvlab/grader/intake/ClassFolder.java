package kvlab.grader.intake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.UnusableException;

/**
 * A folder with a whole class's submissions, as Canvas, Moodle, Gradescope and Autolab export them, or one made by hand with
 * a directory, repository or archive for each student. It is only listed here; {@link Intake} opens one after the other.
 */
public final class ClassFolder {

    /** Something in the folder. Its own time counts only where the system gave no order. */
    private record Found(ExportName name, Path path, FileTime modified, boolean directory) {

        String fileName() {
            return path.getFileName().toString();
        }

        boolean isLooseSource() {
            return !directory && name.file().endsWith(".java");
        }
    }

    private static final Comparator<Found> BY_TIME = Comparator.comparingLong(
                    (Found found) -> found.name().order())
            .thenComparing(Found::modified)
            .thenComparing(Found::fileName);

    /** The most archives in one student's directory that count as several uploads. */
    private static final int MAX_ARCHIVES = 1_000;

    private ClassFolder() {}

    /** Whether a path is a folder of a class, not one submission. */
    public static boolean isLikely(Path path) throws IOException {
        return LayoutFinder.of(path).isClass();
    }

    /** The student's name for a single source file: the same as if its folder were listed. */
    static String sourceName(Path file) {
        String name = file.getFileName().toString();
        if (FolderEntries.isOfOneSubmission(name)) {
            return name;
        }
        try {
            return ExportName.isExported(name) || isLikely(file.resolveSibling(""))
                    ? ExportName.of(name).file()
                    : name;
        } catch (IOException e) {
            return name;
        }
    }

    /**
     * The students by their names in the folder.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static Uploads list(Path folder) throws IOException {
        List<Diagnostic> notes = new ArrayList<>();
        Map<String, GradescopeRoster.Entry> roster = roster(folder, notes);
        TreeMap<String, List<Found>> byStudent = new TreeMap<>();
        for (Path handIn : FolderEntries.of(folder).handIns()) {
            Found found = found(ExportName.of(FolderEntries.name(handIn)), handIn);
            byStudent
                    .computeIfAbsent(found.name().student().fileName(), student -> new ArrayList<>())
                    .add(found);
        }
        Set<String> taken = new HashSet<>();
        List<StudentUploads> students = new ArrayList<>();
        for (List<Found> founds : byStudent.values()) {
            Student alone = founds.get(0).name().student();
            Optional<GradescopeRoster.Entry> entry = Optional.ofNullable(roster.get(alone.fileName()));
            Student known = entry.map(GradescopeRoster.Entry::student).orElse(alone);
            Student student =
                    taken.add(known.fileName().toLowerCase(Locale.ROOT)) ? known : known.apart(known.fileName());
            students.add(new StudentUploads(student, uploads(student, founds, entry)));
        }
        return new Uploads(students, notes, List.of());
    }

    private static Map<String, GradescopeRoster.Entry> roster(Path folder, List<Diagnostic> notes) throws IOException {
        Path file = folder.resolve(GradescopeRoster.FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        try {
            return GradescopeRoster.read(file);
        } catch (UnusableException e) {
            notes.add(e.diagnostic());
            return Map.of();
        }
    }

    private static Found found(ExportName name, Path path) throws IOException {
        return new Found(
                name,
                path,
                Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS),
                FolderEntries.isDirectory(path));
    }

    private static List<Upload> uploads(Student student, List<Found> founds, Optional<GradescopeRoster.Entry> entry)
            throws IOException {
        List<Found> whole = new ArrayList<>();
        TreeMap<Long, List<Found>> loose = new TreeMap<>();
        for (Found found : founds) {
            if (found.isLooseSource()) {
                long together = found.name().together() ? 0 : found.name().order();
                loose.computeIfAbsent(together, order -> new ArrayList<>()).add(found);
            } else {
                whole.addAll(opened(found));
            }
        }
        // Other files, such as a letter, count only if there is nothing else.
        List<Found> usable = whole.stream()
                .filter(found -> found.directory() || ExportName.isArchive(found.fileName()))
                .filter(found -> !ExportName.isOnlineText(found.fileName()))
                .toList();
        List<Found> counted = usable.isEmpty() && loose.isEmpty() ? whole : usable;
        loose.values().forEach(parts -> parts.sort(BY_TIME));
        return Stream.concat(counted.stream().map(List::of), loose.values().stream())
                .sorted(Comparator.comparing(parts -> parts.get(parts.size() - 1), BY_TIME))
                .map(parts -> upload(student, parts, entry))
                .toList();
    }

    /** A directory that contains only several archives holds several submissions. */
    private static List<Found> opened(Found found) throws IOException {
        if (!found.directory()) {
            return List.of(found);
        }
        List<Found> inside = new ArrayList<>();
        try {
            if (FolderEntries.isDirectoryOfVersions(found.path())) {
                return versions(found);
            }
            for (Path path : FolderEntries.children(found.path(), MAX_ARCHIVES + 1)) {
                inside.add(found(found.name(), path));
            }
        } catch (IOException | UncheckedIOException unreadable) {
            // Opening it will say so, and the others are listed.
            return List.of(found);
        }
        boolean archives = inside.stream().map(Found::fileName).allMatch(ExportName::isArchive);
        return archives && inside.size() > 1 && inside.size() <= MAX_ARCHIVES ? inside : List.of(found);
    }

    /** The versions in the directory of one of Autolab's students, without the staff's copies and the feedback. */
    private static List<Found> versions(Found found) throws IOException {
        List<Found> versions = new ArrayList<>();
        for (Path path : FolderEntries.children(found.path(), MAX_ARCHIVES)) {
            if (ExportName.isVersion(FolderEntries.name(path))) {
                versions.add(found(found.name().version(FolderEntries.name(path)), path));
            }
        }
        return versions;
    }

    /** If parts have the same name, the last one counts. */
    private static Upload upload(Student student, List<Found> parts, Optional<GradescopeRoster.Entry> entry) {
        TreeMap<String, Path> byName = new TreeMap<>();
        for (Found part : parts) {
            byName.put(
                    part.name().file().isEmpty() ? part.fileName() : part.name().file(), part.path());
        }
        return new Upload(
                student,
                byName.firstEntry().getValue(),
                byName,
                entry.flatMap(GradescopeRoster.Entry::time),
                parts.stream().anyMatch(part -> part.name().markedLate()));
    }
}
