package kvlab.grader.grade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.Policy;

/**
 * Which of a student's uploads counts: the last that is not late, or else the last. Where nothing says when they arrived,
 * their order is all there is.
 *
 * @param notes what the staff may want to know of the others
 */
record SelectedUpload(Upload upload, List<Diagnostic> notes) {

    static SelectedUpload of(StudentUploads uploads, Policy policy) {
        List<Upload> all = uploads.uploads();
        Upload last = all.get(all.size() - 1);
        Optional<Upload> inTime = all.stream()
                .filter(upload ->
                        upload.time().filter(time -> policy.lateDays(time) == 0).isPresent())
                .max(Comparator.comparing(upload -> upload.time().orElse(Instant.MIN)));
        Upload selected = inTime.orElse(last);
        List<Diagnostic> notes = new ArrayList<>();
        if (all.size() > 1) {
            notes.add(Diagnostic.of("note.handed-in-often")
                    .with("uploads", all.size())
                    .with("path", selected.shownPath()));
        }
        all.subList(all.indexOf(selected) + 1, all.size())
                .forEach(later -> notes.add(Diagnostic.of("note.came-late").with("path", later.shownPath())));
        return new SelectedUpload(selected, notes);
    }
}
