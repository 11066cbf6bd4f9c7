package kvlab.cluster;

import java.util.IllegalFormatConversionException;
import java.util.IllegalFormatException;
import java.util.Locale;
import java.util.MissingFormatArgumentException;
import java.util.Optional;
import java.util.UnknownFormatConversionException;
import java.util.function.Supplier;
import kvlab.diagnostic.Quote;
import kvlab.diagnostic.SourcePlace;
import kvlab.submission.ValueText;

/** Describes exceptions of a student's code. Does not rely on their methods, which may throw. */
public final class StudentCode {
    private static final int MAX_TEXT = 300;
    private static final int MAX_STATE = 4_000;
    private static final int MAX_CAUSES = 4;

    private StudentCode() {}

    /** The innermost place of a stack in the submission; empty if it has none. */
    public static Optional<SourcePlace> place(StackTraceElement[] stack) {
        return new SubmittedFrames(stack, false).innermost().map(SourcePlace::of);
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
        return framesOf(thrown).innermost().map(SourcePlace::of);
    }

    /** A stack trace with the submission's frames only, and the causes. */
    public static String stackTrace(Throwable thrown) {
        StringBuilder text = new StringBuilder();
        Throwable next = thrown;
        for (int depth = 0; next != null && depth < MAX_CAUSES; depth++) {
            if (depth > 0) {
                text.append("caused by ").append(name(next)).append('\n');
            }
            text.append(framesOf(next));
            next = cause(next);
        }
        return text.toString();
    }

    /** The submission's frames of a stack, one a line; a recursion shows once what repeats, and the way in. */
    public static String frames(StackTraceElement[] stack) {
        return new SubmittedFrames(stack, false).toString();
    }

    private static SubmittedFrames framesOf(Throwable thrown) {
        return new SubmittedFrames(stack(thrown), thrown instanceof StackOverflowError);
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

    /** A line for the log, bounded; a format that does not fit its arguments is told as such. */
    static String logLine(String format, Object... args) {
        if (args.length == 0) {
            return text(() -> format);
        }
        return text(() -> {
            try {
                return String.format(Locale.ROOT, format, args);
            } catch (IllegalFormatException e) {
                return "(wrong format in context.log: " + reason(e) + ": \"" + format + "\")";
            }
        });
    }

    private static String reason(IllegalFormatException e) {
        if (e instanceof MissingFormatArgumentException missing) {
            return "no argument for " + missing.getFormatSpecifier();
        }
        if (e instanceof IllegalFormatConversionException conversion) {
            return "%" + conversion.getConversion() + " cannot print a "
                    + conversion.getArgumentClass().getSimpleName();
        }
        if (e instanceof UnknownFormatConversionException unknown) {
            return "there is no %" + unknown.getConversion() + ", and a percent sign is %%";
        }
        return e.getClass().getSimpleName() + " " + e.getMessage();
    }

    /** A command, message or reply, in one line of bounded length. None of the student's code runs. */
    static String value(Object value) {
        return text(() -> ValueText.of(value, MAX_TEXT), MAX_TEXT);
    }

    /** The same with far more room: for what may hold a whole log. */
    static String state(Object value) {
        return text(() -> ValueText.of(value, MAX_STATE), MAX_STATE);
    }

    /** A string from the student's code, in one line of bounded length; empty if it is null or the code throws. */
    public static String text(Supplier<String> source) {
        return text(source, MAX_TEXT);
    }

    private static String text(Supplier<String> source, int max) {
        String text;
        try {
            text = source.get();
        } catch (Throwable e) {
            return "(" + e.getClass().getSimpleName() + " while asking for the text)";
        }
        if (text == null) {
            return "";
        }
        String cut = text.length() > max ? text.substring(0, max) + "..." : text;
        return Quote.prose(cut);
    }
}
