package kvlab.grader.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
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

/**
 * A folder with a whole class's submissions, as Canvas, Moodle, Gradescope and Autolab export them, or one made by hand with
 * a directory, repository or archive for each student. It is only listed here; {@link Intake} opens one after the other.
 *
 * @param piles by the students' file names
 * @param notes what a TA must know of the folder itself, a line each
 */
public record ClassFolder(List<ClassFolder.Pile> piles, List<String> notes) {

    /**
     * All that one student handed in.
     *
     * @param handIns in order of time, as far as the collecting system's numbers or the files' own times tell; never empty
     */
    public record Pile(Student student, List<HandIn> handIns) {

        public Pile {
            handIns = List.copyOf(handIns);
        }

        /** The last of it, known to have been handed in then. */
        public Pile at(Instant then) {
            return new Pile(student, List.of(handIns.get(handIns.size() - 1).at(then)));
        }
    }

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

    /** The files that labs ask for, and what lies about them. */
    static final Set<String> OF_ONE_SUBMISSION = Set.of(
            "KvServer.java", "Clerk.java", "Common.java", "StudentRaft.java", "package-info.java", "src", "pom.xml");

    public ClassFolder {
        piles = List.copyOf(piles);
        notes = List.copyOf(notes);
    }

    /**
     * Whether a directory is more likely a class's folder than one submission: something in it bears a name that a
     * collecting system gave, or it has several directories, archives or sources with names of their own, and none of the
     * files that a lab asks for, or that a build has.
     */
    public static boolean isLikely(Path directory) throws IOException {
        if (!Files.isDirectory(directory) || GitRepository.isBare(directory)) {
            return false;
        }
        List<String> names = new ArrayList<>();
        int several = 0;
        for (Path child : children(directory)) {
            String name = child.getFileName().toString();
            names.add(name);
            boolean isEntry = Files.isDirectory(child, LinkOption.NOFOLLOW_LINKS)
                    || ExportName.isArchive(name)
                    || name.endsWith(".java");
            several += isEntry ? 1 : 0;
        }
        boolean ownFiles = names.stream().anyMatch(OF_ONE_SUBMISSION::contains);
        return names.contains(GradescopeRoster.FILE)
                || names.stream().anyMatch(ExportName::isExported)
                || (!ownFiles && several > 1 && !Files.exists(directory.resolve(".git")));
    }

    /** What a source file goes by that a person named alone: what it would go by if the folder around it were listed. */
    static String sourceName(Path file) {
        String name = file.getFileName().toString();
        try {
            return isLikely(file.resolveSibling("")) ? ExportName.of(name).file() : name;
        } catch (IOException e) {
            return name;
        }
    }

    /** @throws IOException if the folder cannot be listed */
    public static ClassFolder list(Path folder) throws IOException {
        List<String> notes = new ArrayList<>();
        Map<String, GradescopeRoster.Upload> uploads = uploads(folder, notes);
        TreeMap<String, List<Found>> byStudent = new TreeMap<>();
        for (Path child : children(folder)) {
            String name = child.getFileName().toString();
            if (!name.equals(GradescopeRoster.FILE)) {
                Found found = found(ExportName.of(name), child);
                byStudent
                        .computeIfAbsent(found.name().student().fileName(), student -> new ArrayList<>())
                        .add(found);
            }
        }
        Set<String> taken = new HashSet<>();
        List<Pile> piles = new ArrayList<>();
        for (List<Found> founds : byStudent.values()) {
            Student alone = founds.get(0).name().student();
            Optional<GradescopeRoster.Upload> upload = Optional.ofNullable(uploads.get(alone.fileName()));
            Student known = upload.map(GradescopeRoster.Upload::student).orElse(alone);
            Student student =
                    taken.add(known.fileName().toLowerCase(Locale.ROOT)) ? known : known.apart(known.fileName());
            piles.add(new Pile(student, handIns(student, founds, upload)));
        }
        return new ClassFolder(piles, notes);
    }

    private static Map<String, GradescopeRoster.Upload> uploads(Path folder, List<String> notes) throws IOException {
        Path file = folder.resolve(GradescopeRoster.FILE);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return Map.of();
        }
        try {
            return GradescopeRoster.read(file).uploads();
        } catch (UnusableException e) {
            notes.add(e.getMessage() + ": students are called by their submissions' numbers; export it again");
            return Map.of();
        }
    }

    /** Without what is hidden or left there by an operating system. */
    private static List<Path> children(Path folder) throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return children.filter(child -> !Clutter.isFile(child.getFileName().toString())
                            && !child.getFileName().toString().equals("__MACOSX"))
                    .sorted(Comparator.comparing(child -> child.getFileName().toString()))
                    .toList();
        }
    }

    private static Found found(ExportName name, Path path) throws IOException {
        return new Found(
                name,
                path,
                Files.getLastModifiedTime(path, LinkOption.NOFOLLOW_LINKS),
                Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS));
    }

    private static List<HandIn> handIns(Student student, List<Found> founds, Optional<GradescopeRoster.Upload> upload)
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
        // What is no submission, such as a letter or a text beside it, counts only where there is nothing else.
        List<Found> usable = whole.stream()
                .filter(found -> found.directory() || ExportName.isArchive(found.fileName()))
                .filter(found -> !ExportName.isOnlineText(found.fileName()))
                .toList();
        List<Found> counted = usable.isEmpty() && loose.isEmpty() ? whole : usable;
        record Dated(Found last, HandIn handIn) {}
        List<Dated> dated = new ArrayList<>();
        for (Found found : counted) {
            dated.add(new Dated(found, handIn(student, List.of(found), upload)));
        }
        for (List<Found> parts : loose.values()) {
            parts.sort(BY_TIME);
            dated.add(new Dated(parts.get(parts.size() - 1), handIn(student, parts, upload)));
        }
        return dated.stream()
                .sorted(Comparator.comparing(Dated::last, BY_TIME))
                .map(Dated::handIn)
                .toList();
    }

    /** A directory in which there are several archives and nothing else holds several submissions. */
    private static List<Found> opened(Found found) throws IOException {
        if (!found.directory()) {
            return List.of(found);
        }
        List<Path> inside = children(found.path());
        if (inside.size() < 2
                || !inside.stream()
                        .allMatch(
                                path -> ExportName.isArchive(path.getFileName().toString()))) {
            return List.of(found);
        }
        List<Found> archives = new ArrayList<>();
        for (Path archive : inside) {
            archives.add(found(found.name(), archive));
        }
        return archives;
    }

    /** Of parts with the same name the last one counts. */
    private static HandIn handIn(Student student, List<Found> parts, Optional<GradescopeRoster.Upload> upload) {
        TreeMap<String, Path> byName = new TreeMap<>();
        for (Found part : parts) {
            byName.put(
                    part.name().file().isEmpty() ? part.fileName() : part.name().file(), part.path());
        }
        return new HandIn(
                student,
                byName.firstEntry().getValue(),
                byName,
                upload.flatMap(GradescopeRoster.Upload::time),
                parts.stream().anyMatch(part -> part.name().markedLate()));
    }
}
