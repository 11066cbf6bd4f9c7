package kvlab.grader.intake.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.files.NotReadException;
import kvlab.grader.intake.files.Origin;
import kvlab.grader.intake.files.UnusableException;

/**
 * Which commits of a branch may count. Their times are those of the committer. A merge brings in all that was merged,
 * so several commits may have been the last one of somebody's work at the due time.
 *
 * @param inTime the end of what is in time; empty if such commits have no preference
 * @param latest the end of what counts at all; {@link Instant#MAX} if there is none
 * @param leftOut commits that do not count, nor do others with the same files
 */
public record CommitRule(Branch branch, Optional<Instant> inTime, Instant latest, Set<String> leftOut) {

    /** More lines of work at once than a group has. */
    private static final int MAX_HEADS = 3;

    /** The same without these commits. */
    public CommitRule without(Set<String> commits) {
        Set<String> all = new LinkedHashSet<>(leftOut);
        all.addAll(commits);
        return new CommitRule(branch, inTime, latest, all);
    }

    /**
     * @throws UnusableException if there is no such commit
     * @throws NotReadException if one may be missing in a shallow clone
     */
    Candidates among(History history) throws UnusableException, NotReadException {
        Set<String> trees = history.commits().stream()
                .filter(commit -> leftOut.contains(commit.id()))
                .map(History.Commit::tree)
                .collect(Collectors.toCollection(HashSet::new));
        History.State last = history.at(latest, trees);
        Optional<History.State> earlier = inTime.map(time -> history.at(time, trees));
        if (!last.whole() || !earlier.map(History.State::whole).orElse(true)) {
            throw new NotReadException(Diagnostic.of("intake.git-shallow").with("branch", branch.name()));
        }
        List<History.Commit> candidates = Stream.concat(
                        earlier.stream()
                                .flatMap(state -> state.heads().stream())
                                .limit(MAX_HEADS),
                        last.heads().stream().limit(1))
                .distinct()
                .toList();
        if (candidates.isEmpty()) {
            Diagnostic none = Diagnostic.of("intake.git-no-commit").with("branch", branch.name());
            Diagnostic until = latest.equals(Instant.MAX) ? none : none.with("deadline", latest);
            throw new UnusableException(leftOut.isEmpty() ? until : until.with("starters", leftOut.size()));
        }
        List<Origin> commits = new ArrayList<>();
        for (History.Commit commit : candidates) {
            commits.add(CommitTime.origin(branch.name(), commit.id(), Long.toString(commit.seconds())));
        }
        return new Candidates(
                commits,
                Stream.concat(later(history).stream(), backdated(history).stream())
                        .toList());
    }

    private List<Diagnostic> later(History history) throws UnusableException {
        List<History.Commit> later = latest.equals(Instant.MAX) ? List.of() : history.after(latest);
        if (later.isEmpty()) {
            return List.of();
        }
        return List.of(Diagnostic.of("note.later-commits")
                .with("branch", branch.name())
                .with("commits", later.size())
                .with("deadline", latest)
                .with("last", CommitTime.shown(later.get(0).seconds())));
    }

    private List<Diagnostic> backdated(History history) {
        List<History.Commit> backdated = history.datedBeforeParents();
        if (backdated.isEmpty() || latest.equals(Instant.MAX)) {
            return List.of();
        }
        Diagnostic first = Diagnostic.of("review.commit-before-parent")
                .with("commit", backdated.get(0).id())
                .with("time", CommitTime.shown(backdated.get(0).seconds()));
        return List.of(backdated.size() == 1 ? first : first.with("more", backdated.size() - 1));
    }
}
