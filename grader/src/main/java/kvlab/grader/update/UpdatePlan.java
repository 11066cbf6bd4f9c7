package kvlab.grader.update;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import kvlab.grader.intake.restricted.AllowedFiles;
import kvlab.grader.intake.restricted.IssuedKit;

/**
 * What becomes of each file of a kit: a comparison of its digests as it was handed out, as it is, and as the mended kit has it.
 * Made again after an interruption, a plan holds what is left to do.
 *
 * @param written files to be taken from the mended kit
 * @param deleted files that it no longer has
 * @param kept files that stay as the student has them, though the mended kit has others
 * @param changed files of the kit that are not as they were handed out; if there are any, nothing may be done
 */
record UpdatePlan(
        SortedSet<String> written, SortedSet<String> deleted, SortedSet<String> kept, SortedSet<String> changed) {

    /**
     * @param present the digest of a file that is there
     * @param students which files are the student's
     */
    static UpdatePlan of(
            IssuedKit old, IssuedKit mended, Function<String, Optional<String>> present, AllowedFiles students) {
        UpdatePlan plan = new UpdatePlan(new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>());
        for (String path : union(old.digests(), mended.digests())) {
            plan.decide(
                    path,
                    old.digests().get(path),
                    mended.digests().get(path),
                    present.apply(path),
                    students.includes(path) ? plan.kept() : plan.changed());
        }
        for (String path : union(old.settings(), mended.settings())) {
            String before = old.settings().get(path);
            String after = mended.settings().get(path);
            Optional<String> now = present.apply(path);
            boolean removedOnPurpose = now.isEmpty() && before != null;
            if (!removedOnPurpose) {
                plan.decide(path, before, after, now, plan.kept());
            }
        }
        plan.kept()
                .removeIf(path -> mended.digest(path).equals(old.digest(path))
                        || mended.digest(path).isEmpty());
        return plan;
    }

    /** @param otherwise where the file belongs if it is neither as before nor as it shall be */
    private void decide(String path, String before, String after, Optional<String> now, SortedSet<String> otherwise) {
        if (now.equals(Optional.ofNullable(after))) {
            return;
        }
        if (now.isPresent() && !now.get().equals(before)) {
            otherwise.add(path);
        } else if (after != null) {
            written.add(path);
        } else {
            deleted.add(path);
        }
    }

    private static SortedSet<String> union(Map<String, String> one, Map<String, String> other) {
        SortedSet<String> all = new TreeSet<>(one.keySet());
        all.addAll(other.keySet());
        return all;
    }

    List<String> firstChanged(int limit) {
        return changed.stream().limit(limit).toList();
    }
}
