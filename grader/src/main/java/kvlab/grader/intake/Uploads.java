package kvlab.grader.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;

/**
 * The uploads to grade together, by student: single submissions and folders of whole classes.
 *
 * @param students in the order of the paths, within a folder by name; file names are unique
 * @param notes notes on the folders for the staff
 */
public record Uploads(List<StudentUploads> students, List<Diagnostic> notes) {

    public Uploads {
        students = List.copyOf(students);
        notes = List.copyOf(notes);
    }

    /** @throws IOException if a folder cannot be listed; submissions are not opened */
    public static Uploads at(List<Path> paths) throws IOException {
        List<StudentUploads> students = new ArrayList<>();
        List<Diagnostic> notes = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Path path : paths) {
            Uploads here = ClassFolder.isLikely(path) ? ClassFolder.list(path) : one(Upload.at(path));
            here.students().forEach(uploads -> students.add(uploads.apart(path, taken)));
            notes.addAll(here.notes());
        }
        return new Uploads(students, notes);
    }

    private static Uploads one(Upload upload) {
        return new Uploads(List.of(new StudentUploads(upload.student(), List.of(upload))), List.of());
    }
}
