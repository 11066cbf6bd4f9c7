package kvlab.grader.intake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names of files that labs require, and what computers make of them: a browser writes {@code KvServer (1).java} beside an
 * earlier download, a file manager {@code KvServer copy.java}, and some people {@code kvserver.java}.
 */
final class LabFileName {

    static final List<String> NAMES = List.of("KvServer.java", "Clerk.java", "Common.java", "StudentRaft.java");

    private static final Pattern VARIANT = Pattern.compile("(?i)([a-z]+)"
            + "(?:[ _+]?\\(\\d{1,3}\\)|[ _-]+copy(?:[ _]?\\(?\\d{1,3}\\)?)?|[ _]-[ _]copy(?:[ _]?\\(\\d{1,3}\\))?)?"
            + "\\.java");

    private LabFileName() {}

    /** The lab's name of which this is a variant; empty if it is none, or the name itself. */
    static Optional<String> ofVariant(String name) {
        Matcher variant = VARIANT.matcher(name);
        if (NAMES.contains(name) || !variant.matches()) {
            return Optional.empty();
        }
        String stem = variant.group(1).toLowerCase(Locale.ROOT);
        return NAMES.stream()
                .filter(known -> known.toLowerCase(Locale.ROOT).equals(stem + ".java"))
                .findFirst();
    }
}
