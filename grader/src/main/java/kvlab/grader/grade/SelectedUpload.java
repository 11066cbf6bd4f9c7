package kvlab.grader.grade;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Upload;
import kvlab.grader.policy.HandInRules;
import kvlab.grader.policy.Policy;

/**
 * An upload that may count: the last one in time, or the last one that is not too late. Without times, the last in
 * order.
 *
 * @param notes notes for the staff about the other uploads
 */
record SelectedUpload(Upload upload, List<Diagnostic> notes) {

    /** In order of preference; at least one. */
    static List<SelectedUpload> of(StudentUploads uploads, Policy policy) {
        List<Upload> all = uploads.uploads();
        Set<Upload> selected = new LinkedHashSet<>();
        Optional<Upload> inTime = last(all, policy, 0);
        Optional<Upload> last = last(all, policy, policy.late().mostDays());
        if (policy.handIn().counts() == HandInRules.Counts.BEST) {
            inTime.ifPresent(selected::add);
        }
        selected.add(last.orElse(all.get(all.size() - 1)));
        return selected.stream()
                .map(upload -> new SelectedUpload(upload, notes(all, upload, selected)))
                .toList();
    }

    private static Optional<Upload> last(List<Upload> all, Policy policy, int mostDays) {
        return all.stream()
                .filter(upload -> upload.time()
                        .filter(time -> policy.lateDays(time) <= mostDays)
                        .isPresent())
                .max(Comparator.comparing(upload -> upload.time().orElse(Instant.MIN)));
    }

    private static List<Diagnostic> notes(List<Upload> all, Upload upload, Set<Upload> selected) {
        List<Diagnostic> notes = new ArrayList<>();
        if (all.size() > 1) {
            notes.add(Diagnostic.of("note.handed-in-often")
                    .with("uploads", all.size())
                    .with("path", upload.shownPath()));
        }
        all.subList(all.indexOf(upload) + 1, all.size()).stream()
                .filter(later -> !selected.contains(later))
                .forEach(later -> notes.add(Diagnostic.of("note.came-late").with("path", later.shownPath())));
        return notes;
    }
}
