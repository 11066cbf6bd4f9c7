package kvlab.grader.intake.files;

import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Escapes untrusted names and reasons for display in a line of text. */
public final class DisplayText {

    private static final int MAX_LENGTH = 120;

    private DisplayText() {}

    /** The name, shortened, with control and bidirectional characters escaped. */
    public static String name(String name) {
        String shown = visible(name.codePoints().limit(MAX_LENGTH));
        return name.codePointCount(0, name.length()) > MAX_LENGTH ? shown + "..." : shown;
    }

    /** The first names, up to a maximum. */
    public static String first(int most, List<String> names) {
        return names.stream().limit(most).map(DisplayText::name).collect(Collectors.joining(", "))
                + (names.size() > most ? " and more" : "");
    }

    /** A whole path, not shortened, so that a person can type it. */
    public static String path(Path path) {
        return visible(path.toString().codePoints());
    }

    private static String visible(IntStream text) {
        return text.mapToObj(
                        c -> isInvisible(c) ? "\\u" + String.format(Locale.ROOT, "%04x", c) : Character.toString(c))
                .collect(Collectors.joining());
    }

    /** The name without invisible characters. */
    public static String plain(String name) {
        return name.codePoints()
                .limit(MAX_LENGTH)
                .filter(c -> !isInvisible(c))
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
    }

    /** The reason of a read failure, without the path at the start of the exception's message. */
    public static String reason(Throwable e) {
        if (e instanceof UncheckedIOException wrapped) {
            return reason(wrapped.getCause());
        }
        if (e instanceof FileSystemException file) {
            String kind = file.getClass().getSimpleName();
            return file.getReason() == null ? kind : kind + ": " + file.getReason();
        }
        return e.toString();
    }

    /** The file that could not be read, if the exception names it. */
    public static Optional<String> file(Throwable e) {
        Throwable cause = e instanceof UncheckedIOException ? e.getCause() : e;
        return cause instanceof FileSystemException file ? Optional.ofNullable(file.getFile()) : Optional.empty();
    }

    public static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE -> true;
            default -> false;
        };
    }
}
