package kvlab.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kvlab.diagnostic.SourcePlace;

/** Reads what a student's code has thrown, without trusting it: its methods may throw themselves. */
public final class StudentCode {
    private static final int MAX_TEXT = 300;
    private static final int MAX_FRAMES = 12;
    private static final int MAX_CAUSES = 4;
    private static final List<String> OURS_AND_THE_JDKS =
            List.of("kvlab.", "java.", "javax.", "jdk.", "sun.", "com.sun.", "org.junit.");

    private StudentCode() {}

    /** The frames of a stack that are the submission's own, innermost first. */
    private static List<StackTraceElement> ownFrames(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(frame ->
                        frame.getFileName() != null && !frame.getClassName().contains("$$Lambda"))
                .filter(frame -> OURS_AND_THE_JDKS.stream().noneMatch(frame.getClassName()::startsWith))
                .limit(MAX_FRAMES)
                .toList();
    }

    /** Where in the submission a stack stands; empty if it has no frame of the submission's. */
    public static Optional<SourcePlace> place(StackTraceElement[] stack) {
        return ownFrames(stack).stream().findFirst().map(SourcePlace::of);
    }

    /** What was thrown, in one line: {@code IllegalStateException: no such waiter}. */
    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName()
                + message(thrown).map(message -> ": " + message).orElse("");
    }

    /** The message of what was thrown, in one line; empty if it has none. */
    public static Optional<String> message(Throwable thrown) {
        return Optional.of(text(thrown::getMessage)).filter(message -> !message.isEmpty());
    }

    /** Where in the submission something was thrown; empty if its stack is not the submission's, or not to be had. */
    public static Optional<SourcePlace> place(Throwable thrown) {
        return place(stack(thrown));
    }

    /** A stack trace for the student: the frames that are the student's own, and the causes. */
    public static String stackTrace(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable next = thrown;
        for (int depth = 0; next != null && depth < MAX_CAUSES; depth++) {
            if (depth > 0) {
                text.append("caused by ").append(name(next)).append('\n');
            }
            text.append(frames(stack(next)));
            next = cause(next);
        }
        return text.toString();
    }

    /** The submission's own frames of a stack, a line each. */
    public static String frames(StackTraceElement[] stack) {
        return ownFrames(stack).stream()
                .map(frame -> "at " + frame.getClassName() + "." + frame.getMethodName() + " (" + source(frame) + ")\n")
                .collect(Collectors.joining());
    }

    private static String source(StackTraceElement frame) {
        return frame.getFileName() + ":" + frame.getLineNumber();
    }

    private static StackTraceElement[] stack(Throwable thrown) {
        try {
            return thrown.getStackTrace();
        } catch (Throwable e) { // an exception of the student's may override it
            return new StackTraceElement[0];
        }
    }

    private static Throwable cause(Throwable thrown) {
        try {
            return thrown.getCause();
        } catch (Throwable e) {
            return null;
        }
    }

    /** A text that the student's code gives, in one line of bounded length; empty if it gives none or throws. */
    public static String text(Supplier<String> source) {
        String text;
        try {
            text = source.get();
        } catch (Throwable e) {
            return "(" + e.getClass().getSimpleName() + " while asking for the text)";
        }
        if (text == null) {
            return "";
        }
        String cut = text.length() > MAX_TEXT ? text.substring(0, MAX_TEXT) + "..." : text;
        return cut.replaceAll("\\p{Cntrl}+", " ");
    }
}
