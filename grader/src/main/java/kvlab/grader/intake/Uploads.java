package kvlab.grader.intake;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;

/**
 * The uploads to grade together, by student: single submissions and folders of whole classes.
 *
 * @param students in the order of the paths, within a folder by name; file names are unique
 * @param notes notes on the folders for the staff
 * @param layouts what each path was taken for
 */
public record Uploads(List<StudentUploads> students, List<Diagnostic> notes, List<Layout> layouts) {

    public Uploads {
        students = List.copyOf(students);
        notes = List.copyOf(notes);
        layouts = List.copyOf(layouts);
    }

    /**
     * What lies at these paths, laid out as their names and files say.
     *
     * @throws IOException if a folder cannot be listed; submissions are not opened
     */
    public static Uploads at(List<Path> paths) throws IOException {
        return at(paths, Optional.empty());
    }

    /** @param kind what a person says each path is; empty if names and files are to decide */
    public static Uploads at(List<Path> paths, Optional<Layout.Kind> kind) throws IOException {
        List<StudentUploads> students = new ArrayList<>();
        List<Diagnostic> notes = new ArrayList<>();
        List<Layout> layouts = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (Path path : paths) {
            Layout layout = kind.isPresent() ? LayoutFinder.as(kind.get(), path) : LayoutFinder.of(path);
            layouts.add(layout);
            if (!layout.isClass()) {
                students.add(one(Upload.at(path)).apart(path, taken));
            }
            for (Path folder : layout.folders()) {
                Uploads here = ClassFolder.list(folder);
                here.students().forEach(uploads -> students.add(uploads.apart(folder, taken)));
                notes.addAll(here.notes());
            }
        }
        return new Uploads(students, notes, layouts);
    }

    private static StudentUploads one(Upload upload) {
        return new StudentUploads(upload.student(), List.of(upload));
    }
}
