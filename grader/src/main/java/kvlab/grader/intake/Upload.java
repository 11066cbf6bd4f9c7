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
import kvlab.grader.intake.files.Shown;

/**
 * One thing that a student handed in, not yet opened.
 *
 * @param path as it is written in messages
 * @param parts where it is: one directory, repository, archive or source file, or several source files; by the names
 *     that the student gave them
 * @param time when the collecting system got it; empty if it does not say
 * @param markedLate whether the collecting system calls it late
 */
public record Upload(
        Student student, Path path, SortedMap<String, Path> parts, Optional<Instant> time, boolean markedLate) {

    /** @throws IllegalArgumentException if it has no parts */
    public Upload {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("an upload without parts");
        }
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    /**
     * What a person named by its path; links on the way there are followed. The student is named by the last path component;
     * for a single source file, by its directory.
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
     * Source files that a person named by their paths and that are one submission together.
     *
     * @throws IllegalArgumentException if one is something else, or two have the same name
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

    /** The path, fit to stand in a line of text. */
    public String shownPath() {
        return Shown.path(path);
    }

    /** What to name it by, so that the same files are opened again. */
    public Collection<Path> paths() {
        return parts.size() == 1 ? List.of(path) : parts.values();
    }

    /** The same, handed in at this time. */
    public Upload at(Instant then) {
        return new Upload(student, path, parts, Optional.of(then), markedLate);
    }

    /** The same by a student of another file name. */
    Upload by(Student other) {
        return new Upload(other, path, parts, time, markedLate);
    }

    /** A path that cannot be resolved stays as it is: opening the upload finds out why. */
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
