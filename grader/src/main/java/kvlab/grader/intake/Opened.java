package kvlab.grader.intake;

import java.util.List;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.FileTree;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.files.TreeBuilder;
import kvlab.grader.intake.files.UnusableException;

/**
 * The content of an upload.
 *
 * @param leftOut notes on entries that are not regular files
 * @param notes other notes for the staff
 */
public record Opened(FileTree tree, List<Diagnostic> leftOut, Origin origin, List<Diagnostic> notes) {

    public Opened {
        leftOut = List.copyOf(leftOut);
        notes = List.copyOf(notes);
    }

    /** The same without the files that are not below a folder. */
    Opened below(String folder) throws UnusableException {
        FileTree below = tree.below(folder);
        if (below.digests().isEmpty()) {
            throw new UnusableException(Diagnostic.of("intake.no-folder").with("folder", folder));
        }
        return new Opened(below, leftOut, origin, notes);
    }

    static Opened of(TreeBuilder builder, Origin origin, List<Diagnostic> notes) {
        return new Opened(
                builder.tree(),
                builder.leftOut(),
                origin,
                Stream.concat(notes.stream(), builder.notes().stream()).toList());
    }
}
