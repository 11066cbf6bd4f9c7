package kvlab.cluster;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import kvlab.diagnostic.Quote;
import kvlab.diagnostic.SourcePlace;
import kvlab.submission.ValueText;

/** Describes exceptions of a student's code. Does not rely on their methods, which may throw. */
public final class StudentCode {
    private static final int MAX_TEXT = 300;
    private static final int MAX_FRAMES = 12;
    private static final int MAX_CAUSES = 4;

    private StudentCode() {}

    /** The submission's frames of a stack, innermost first. */
    private static List<StackTraceElement> ownFrames(StackTraceElement[] stack) {
        return Arrays.stream(stack)
                .filter(SourcePlace::isSubmitted)
                .limit(MAX_FRAMES)
                .toList();
    }

    /** The innermost place of a stack in the submission; empty if it has none. */
    public static Optional<SourcePlace> place(StackTraceElement[] stack) {
        return ownFrames(stack).stream().findFirst().map(SourcePlace::of);
    }

    /** An exception in one line: {@code IllegalStateException: no such waiter}. */
    private static String name(Throwable thrown) {
        return thrown.getClass().getSimpleName()
                + message(thrown).map(message -> ": " + message).orElse("");
    }

    /** An exception's message in one line; empty if it has none. */
    public static Optional<String> message(Throwable thrown) {
        return Optional.of(text(thrown::getMessage)).filter(message -> !message.isEmpty());
    }

    /** The place in the submission that threw an exception; empty if the stack has none, or cannot be read. */
    public static Optional<SourcePlace> place(Throwable thrown) {
        return place(stack(thrown));
    }

    /** A stack trace with the submission's frames only, and the causes. */
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

    /** The submission's frames of a stack, one a line. */
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
        } catch (Throwable e) { // a student's exception may override it
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

    /** A command, message or reply, in one line of bounded length. None of the student's code runs. */
    static String value(Object value) {
        return text(() -> ValueText.of(value, MAX_TEXT));
    }

    /** A string from the student's code, in one line of bounded length; empty if it is null or the code throws. */
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
        return Quote.prose(cut);
    }
}
