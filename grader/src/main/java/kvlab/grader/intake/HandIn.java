package kvlab.grader.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * One thing that somebody handed in, not yet opened.
 *
 * @param parts where it is: one directory, repository, archive or source file, or several source files; by the names
 *     that the student gave them
 * @param time when the collecting system got it; empty if it does not say
 * @param markedLate whether the collecting system calls it late
 */
public record HandIn(Student student, SortedMap<String, Path> parts, Optional<Instant> time, boolean markedLate) {

    /** @throws IllegalArgumentException if it has no parts */
    public HandIn {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("a hand-in of nothing");
        }
        parts = Collections.unmodifiableSortedMap(new TreeMap<>(parts));
    }

    static HandIn of(Student student, String name, Path path) {
        return new HandIn(student, new TreeMap<>(Map.of(name, path)), Optional.empty(), false);
    }

    /** What a person named by its path. Whose it is, its name tells, or of a source file the directory's. */
    public static HandIn at(Path path) {
        Path whole = path.toAbsolutePath().normalize();
        Path named = whole.toString().endsWith(".java") && whole.getParent() != null ? whole.getParent() : whole;
        String student =
                named.getFileName() == null ? "submission" : named.getFileName().toString();
        return of(
                Student.named(ExportName.withoutEnding(student)),
                whole.getFileName() == null ? "submission" : whole.getFileName().toString(),
                path);
    }

    /** As it is written in messages and replay lines. */
    public Path path() {
        return parts.get(parts.firstKey());
    }
}
