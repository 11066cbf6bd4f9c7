package kvlab.cluster;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import kvlab.diagnostic.SourcePlace;

/**
 * The submission's frames of a stack. Of a recursion, however deep, they show the calls that repeat, once, and how it was
 * entered.
 */
final class SubmittedFrames {
    private static final int MAX_FRAMES = 12;

    /** The maximum number of calls that repeat together. */
    private static final int MAX_PERIOD = 8;

    /** Fewer rounds are shown one by one. */
    private static final int MIN_ROUNDS = 10;

    /** A frame, or what stands for frames left out. */
    private record Line(Optional<StackTraceElement> frame, String text) {
        static Line of(StackTraceElement frame) {
            String source = frame.getFileName() + ":" + frame.getLineNumber();
            return new Line(
                    Optional.of(frame),
                    "at " + frame.getClassName() + "." + frame.getMethodName() + " (" + source + ")\n");
        }

        static Line repeated(int calls) {
            String which = calls == 1 ? "call" : calls + " calls";
            return new Line(Optional.empty(), "... the same " + which + ", again and again\n");
        }
    }

    /** Innermost first. */
    private final List<Line> lines = new ArrayList<>();

    /**
     * @param stack innermost first, as Java has it
     * @param overflowed whether the stack was full: in which call exactly depends on the JVM, so the calls after the last
     *     whole round are left out
     */
    SubmittedFrames(StackTraceElement[] stack, boolean overflowed) {
        List<StackTraceElement> frames = new ArrayList<>(
                Arrays.stream(stack).filter(SourcePlace::isSubmitted).toList());
        Collections.reverse(frames);
        int next = 0;
        while (next < frames.size()) {
            int period = period(frames, next);
            if (period == 0) {
                lines.add(Line.of(frames.get(next++)));
                continue;
            }
            lines.add(Line.repeated(period));
            frames.subList(next, next + period).forEach(frame -> lines.add(Line.of(frame)));
            next = endOfRounds(frames, next, period);
            if (overflowed && frames.size() - next <= MAX_PERIOD) {
                break;
            }
        }
        Collections.reverse(lines);
    }

    /** The number of calls that repeat from here on; 0 if none do. */
    private static int period(List<StackTraceElement> frames, int from) {
        for (int period = 1; period <= MAX_PERIOD; period++) {
            if (endOfRounds(frames, from, period) - from >= MIN_ROUNDS * period) {
                return period;
            }
        }
        return 0;
    }

    private static int endOfRounds(List<StackTraceElement> frames, int from, int period) {
        int same = from;
        while (same + period < frames.size() && frames.get(same).equals(frames.get(same + period))) {
            same++;
        }
        return same == from ? from : same + period;
    }

    /** The innermost one that is the same in each run. */
    Optional<StackTraceElement> innermost() {
        return lines.stream().flatMap(line -> line.frame().stream()).findFirst();
    }

    /** One a line; a deep stack that does not repeat is cut. */
    @Override
    public String toString() {
        return lines.stream().limit(MAX_FRAMES).map(Line::text).collect(Collectors.joining());
    }
}
