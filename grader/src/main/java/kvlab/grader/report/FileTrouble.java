package kvlab.grader.report;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the machine's files refuse, for people: a full disk, a directory that may only be read, and the like. */
public final class FileTrouble {

    private static final Pattern FULL =
            Pattern.compile("(?i).*(no space left on device|disk quota exceeded|file too large).*");
    private static final Pattern KNOWN = Pattern.compile(
            "(?i).*(read-only file system|too many open files|input/output error|stale file handle|broken pipe"
                    + "|file name too long|too many levels of symbolic links).*");

    private FileTrouble() {}

    /** What happened, where, and what to do, in one line; empty if the failure is of another kind. */
    public static Optional<String> inWords(Throwable failure) {
        return what(failure).map(what -> what + ". " + advice(what));
    }

    /** What happened, and where, in one line; empty if the failure is of another kind. */
    public static Optional<String> what(Throwable failure) {
        return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
                .flatMap(cause -> cause instanceof IOException trouble ? words(trouble).stream() : Stream.empty())
                .map(PlainText::line)
                .findFirst();
    }

    private static Optional<String> words(IOException trouble) {
        if (trouble instanceof FileSystemException file) {
            return Optional.of(file.getFile() + reason(file));
        }
        String text = String.valueOf(trouble.getMessage());
        return FULL.matcher(text).matches() || KNOWN.matcher(text).matches() ? Optional.of(text) : Optional.empty();
    }

    private static String reason(FileSystemException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return ": permission denied";
        } else if (trouble instanceof NoSuchFileException) {
            return ": there is no such file or directory";
        } else if (trouble instanceof FileAlreadyExistsException || trouble instanceof NotDirectoryException) {
            return " is a file, and a directory is needed";
        }
        return ": " + trouble.getReason();
    }

    private static String advice(String what) {
        return FULL.matcher(what).matches()
                ? "Make room there, and give the command again: what is finished is kept"
                : "Name another place, or see what is wrong with this one";
    }
}
