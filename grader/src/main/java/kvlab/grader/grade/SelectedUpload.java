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
 * The upload that counts: the last one in time, or else the last one. Without times, the last in order.
 *
 * @param notes notes for the staff about the other uploads
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
