package kvlab.grader.intake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;

/**
 * What a path that a person gave was taken for: one submission, or the folders of a class.
 *
 * @param folders the folders that hold an entry for each student: the path itself, one below it, or one for each
 *     section; empty if the path is one submission
 * @param ignored entries that are no hand-ins
 * @param doubt what else it may be; empty if the names and files leave no doubt
 * @param problem why it cannot be graded at all
 */
public record Layout(
        Path path,
        List<Path> folders,
        CollectedBy collectedBy,
        List<Ignored> ignored,
        Optional<Diagnostic> doubt,
        Optional<Diagnostic> problem) {

    /** What a person says a path is. */
    public enum Kind {
        /** One submission. */
        ONE,
        /** A folder with an entry for each student. */
        CLASS
    }

    /** @param reason why it is no hand-in */
    public record Ignored(Path path, Diagnostic reason) {}

    public Layout {
        folders = List.copyOf(folders);
        ignored = List.copyOf(ignored);
    }

    static Layout one(Path path) {
        return new Layout(path, List.of(), CollectedBy.HAND, List.of(), Optional.empty(), Optional.empty());
    }

    static Layout ofClass(Path folder, FolderEntries entries) {
        return new Layout(
                folder, List.of(folder), entries.collectedBy(), entries.ignored(), Optional.empty(), Optional.empty());
    }

    public boolean isClass() {
        return !folders.isEmpty();
    }

    /** The same for another path, of which this one's is a part. */
    Layout at(Path other) {
        return new Layout(other, folders, collectedBy, ignored, doubt, problem);
    }

    Layout doubted(Diagnostic why) {
        return new Layout(path, folders, collectedBy, ignored, Optional.of(why), problem);
    }

    Layout refused(Diagnostic why) {
        return new Layout(path, folders, collectedBy, ignored, doubt, Optional.of(why));
    }
}
