package kvlab.grader.grade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.Policy;

/**
 * Which of a student's hand-ins counts: the last that is not late, or else the last. Where nobody says when they arrived,
 * their order is all there is.
 *
 * @param notes what a TA may want to know of the others, a line each
 */
record SelectedUpload(Upload upload, List<String> notes) {

    static SelectedUpload of(StudentUploads uploads, Policy policy) {
        List<Upload> all = uploads.uploads();
        Upload last = all.get(all.size() - 1);
        Optional<Upload> inTime = all.stream()
                .filter(upload ->
                        upload.time().filter(time -> policy.lateDays(time) == 0).isPresent())
                .max(Comparator.comparing(upload -> upload.time().orElse(Instant.MIN)));
        Upload counts = inTime.orElse(last);
        List<String> notes = new ArrayList<>();
        if (all.size() > 1) {
            notes.add("the student handed in " + all.size() + " times; " + counts.path() + " counts");
        }
        all.subList(all.indexOf(counts) + 1, all.size())
                .forEach(later -> notes.add(later.path() + " came late and is not graded; to count it instead, give its"
                        + " path to ./kvlab grade with --submitted"));
        return new SelectedUpload(counts, notes);
    }
}
