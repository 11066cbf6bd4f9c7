package kvlab.grader.intake.git;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The commits that can be reached from the tip of a branch, over all parents of merges.
 *
 * @param commits each before its parents
 * @param boundary the commits of a shallow clone whose parents are missing
 */
record History(List<Commit> commits, Set<String> boundary) {

    /** The format of {@code git rev-list} that {@link #parsed} reads. */
    static final String FORMAT = "--format=%ct %H %T %P";

    private static final String HEADER = "commit ";

    private static final Comparator<Commit> NEWEST_FIRST =
            Comparator.comparingLong(Commit::seconds).reversed();

    /**
     * A commit.
     *
     * @param seconds its committer time as it is written there; what is no number is in the far future
     * @param tree identifies its files
     */
    record Commit(long seconds, String id, String tree, List<String> parents) {

        static Commit parsed(String line) {
            String[] words = line.split(" ");
            return new Commit(
                    number(words[0]), words[1], words[2], List.of(words).subList(3, words.length));
        }

        private static long number(String digits) {
            try {
                return Long.parseLong(digits);
            } catch (NumberFormatException tooLarge) {
                return Long.MAX_VALUE;
            }
        }
    }

    /** @param listed the output of {@code git rev-list --topo-order} in {@link #FORMAT} */
    static History parsed(String listed, Set<String> boundary) {
        return new History(
                listed.lines()
                        .filter(line -> !line.startsWith(HEADER) && !line.isEmpty())
                        .map(Commit::parsed)
                        .toList(),
                boundary);
    }

    /**
     * Where the lines of work stood at some time.
     *
     * @param heads the commits until then that no other commit until then builds on, newest first
     * @param whole false if the parents of a later commit are missing, so that there may be others
     */
    record State(List<Commit> heads, boolean whole) {}

    /** @param leftOut trees whose commits do not count, as if they were not there */
    State at(Instant time, Set<String> leftOut) {
        long latest = time.getEpochSecond();
        Set<String> builtOn = new HashSet<>();
        List<Commit> heads = new ArrayList<>();
        boolean whole = true;
        for (Commit commit : commits) {
            boolean counts = commit.seconds() <= latest && !leftOut.contains(commit.tree());
            boolean isBuiltOn = builtOn.contains(commit.id());
            if (counts && !isBuiltOn) {
                heads.add(commit);
            }
            if (counts || isBuiltOn) {
                builtOn.addAll(commit.parents());
            } else if (boundary.contains(commit.id())) {
                whole = false;
            }
        }
        heads.sort(NEWEST_FIRST);
        return new State(List.copyOf(heads), whole);
    }

    /** The commits after some time, newest first. */
    List<Commit> after(Instant time) {
        return commits.stream()
                .filter(commit -> commit.seconds() > time.getEpochSecond())
                .sorted(NEWEST_FIRST)
                .toList();
    }

    /** The commits whose time is before that of a parent: some clock was wrong, or was set. */
    List<Commit> datedBeforeParents() {
        Map<String, Long> times = new HashMap<>();
        commits.forEach(commit -> times.put(commit.id(), commit.seconds()));
        return commits.stream()
                .filter(commit -> commit.parents().stream()
                        .anyMatch(parent -> times.getOrDefault(parent, Long.MIN_VALUE) > commit.seconds()))
                .toList();
    }
}
