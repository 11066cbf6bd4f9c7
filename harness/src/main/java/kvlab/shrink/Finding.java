package kvlab.shrink;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;
import kvlab.schedule.Verdict;

/**
 * The way in which a schedule fails: the kind of verdict, the check that failed, and what it found. Words, keys and times
 * may differ.
 *
 * @param variant the name of the argument that tells what a check found that may find several things
 * @param exception the type of an exception of the submission's
 * @param place where the submission's code failed, if it is known
 */
record Finding(String verdict, String code, Optional<String> variant, String exception, Optional<SourcePlace> place) {

    private static final List<String> VARIANTS = List.of("unknown", "duplicated", "missing", "misplaced");

    /** These are decided by a real clock, or end the process: they cost seconds, and may not repeat themselves. */
    private static final Set<String> HANGS =
            Set.of("schedule.blocked", "schedule.endless-loop", "schedule.allocating-loop");

    /** 2^32 divided by the golden ratio: spreads hash codes to the upper bits (Knuth, volume 3, section 6.4). */
    private static final int GOLDEN_RATIO = 0x9E3779B1;

    static Finding of(Verdict verdict) {
        Diagnostic diagnostic = verdict.diagnostic();
        return new Finding(
                verdict.getClass().getSimpleName(),
                diagnostic.code(),
                VARIANTS.stream().filter(diagnostic.arguments()::containsKey).findFirst(),
                diagnostic.argument("exception"),
                diagnostic.place());
    }

    /** Whether a verdict is a failure that can be repeated at little cost. */
    static boolean isRepeatable(Verdict verdict) {
        return verdict instanceof Verdict.Failed || verdict instanceof Verdict.TimedOut && !endsProcess(verdict);
    }

    /** Whether this process should run no further schedule. */
    static boolean endsProcess(Verdict verdict) {
        return verdict instanceof Verdict.Crashed
                || verdict instanceof Verdict.Refused
                || HANGS.contains(verdict.diagnostic().code());
    }

    /** One byte that tells it from most others, independent of places in the source. */
    int code8() {
        return (verdict + " " + code + " " + variant.orElse("")).hashCode() * GOLDEN_RATIO >>> 24;
    }
}
