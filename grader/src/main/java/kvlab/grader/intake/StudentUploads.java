package kvlab.grader.intake;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * All uploads of one student.
 *
 * @param uploads in chronological order, by the collecting system's numbers or the files' times; never empty
 */
public record StudentUploads(Student student, List<Upload> uploads) {

    public StudentUploads {
        uploads = List.copyOf(uploads);
    }

    /** The student's file name, unique in the class. */
    public String fileName() {
        return student.fileName();
    }

    /** The last upload, handed in at this time. */
    public StudentUploads at(Instant time) {
        return new StudentUploads(
                student, List.of(uploads.get(uploads.size() - 1).at(time)));
    }

    /** The same uploads by another student, or the same student by another name. */
    public StudentUploads by(Student other) {
        return new StudentUploads(
                other, uploads.stream().map(upload -> upload.by(other)).toList());
    }

    /** The same with a file name that is not taken yet; adds it, in lower case, to the taken ones. */
    public StudentUploads apart(Path path, Set<String> taken) {
        Student distinct = student;
        for (int copy = 1; !taken.add(distinct.fileName().toLowerCase(Locale.ROOT)); copy++) {
            distinct = student.apart(path + "/" + student.fileName() + "/" + copy);
        }
        return by(distinct);
    }
}
