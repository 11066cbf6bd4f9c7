package kvlab.grader.intake;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import kvlab.grader.intake.files.DisplayText;

/**
 * One upload of a student, not yet opened.
 *
 * @param path the path shown in messages
 * @param parts one directory, repository, archive or source file, or several source files, by the student's names of
 *     them
 * @param time when the collecting system received it; empty if unknown
 * @param markedLate whether the collecting system marked it late
 */
public record Upload(
        Student student, Path path, SortedMap<String, Path> parts, Optional<Instant> time, boolean markedLate) {

    /** No file is called so. */
    private static final String NOTHING = "";

    /** @throws IllegalArgumentException if it has no parts */
    public Upload {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an upload without parts");
        }
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /**
     * The upload at a path given by the user; links in the path are followed. The student is named by the last path
     * component; for a single source file, by its directory.
     */
    public static Upload at(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path named = isSource(whole) && whole.getParent() != null ? whole.getParent() : whole;
        Path real = real(path);
        return new Upload(
                Student.named(ExportName.withoutEnding(name(named))),
                path,
                new TreeMap<>(Map.of(partName(real), real)),
                Optional.empty(),
                false);
    }

    /**
     * Source files at paths given by the user that form one submission.
     *
     * @throws IllegalArgumentException if one is not a source file, or two have the same name
     */
    public static Upload of(List<Path> sources) {
        TreeMap<String, Path> parts = new TreeMap<>();
        for (Path source : sources) {
            Path real = real(source);
            if (!isSource(real) || !Files.isRegularFile(real)) {
                throw new IllegalArgumentException("of several paths each must be a .java file of one submission, and "
                        + (Files.exists(real) ? source + " is none" : "there is nothing at " + source)
                        + ": name its sources, or one directory or archive");
            }
            Path other = parts.putIfAbsent(partName(real), real);
            if (other != null) {
                throw new IllegalArgumentException(
                        other + " and " + real + " are both " + partName(real) + ": name one of them");
            }
        }
        Upload first = at(sources.get(0));
        return new Upload(first.student(), first.path(), parts, Optional.empty(), false);
    }

    /**
     * Stands for the upload of a student who has handed in nothing.
     *
     * @param folder where it would be
     */
    public static Upload nothing(Student student, Path folder) {
        return new Upload(student, folder, new TreeMap<>(Map.of(NOTHING, folder)), Optional.empty(), false);
    }

    /** Whether it stands for one that is not there. */
    public boolean isNothing() {
        return parts.firstKey().equals(NOTHING);
    }

    /** The path, escaped for a line of text. */
    public String shownPath() {
        return DisplayText.path(path);
    }

    /** The paths by which the same files can be opened again. */
    public Collection<Path> paths() {
        return parts.size() == 1 ? List.of(path) : parts.values();
    }

    /** The same upload, handed in at this time. */
    public Upload at(Instant then) {
        return new Upload(student, path, parts, Optional.of(then), markedLate);
    }

    /** The same upload by another student. */
    Upload by(Student other) {
        return new Upload(other, path, parts, time, markedLate);
    }

    /** A path that cannot be resolved is returned unchanged: opening the upload will report the reason. */
    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path;
        }
    }

    private static boolean isSource(Path path) {
        return path.toString().endsWith(".java");
    }

    private static String partName(Path path) {
        return isSource(path) ? ClassFolder.sourceName(path) : name(path);
    }

    private static String name(Path path) {
        return path.getFileName() == null ? "submission" : path.getFileName().toString();
    }
}
