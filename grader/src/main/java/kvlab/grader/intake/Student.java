package kvlab.grader.intake;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import kvlab.grader.intake.files.ContentDigest;
import kvlab.grader.intake.files.Shown;

/**
 * Whose submission it is, as far as names of files tell.
 *
 * @param fileName unlike any other student's, on any file system, and safe as the name of a file
 * @param name as the collecting system has it, without control characters; of a group all names, with commas between
 * @param id the collecting system's number, or empty
 * @param email or empty
 */
public record Student(String fileName, String name, String id, String email) {

    private static final int MAX_LENGTH = 60;
    private static final int HASH_DIGITS = 8;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    /** @param identity what tells this student from all others, such as a name and a number */
    static Student of(String identity, String name, String id, String email) {
        return new Student(fileName(identity), Shown.plain(name), id, email);
    }

    /** The number tells the student from all others, so that no hash is needed. */
    static Student numbered(String name, String id) {
        return new Student(cleaned(name) + "_" + id, Shown.plain(name), id, "");
    }

    static Student named(String name) {
        return of(name, name, "", "");
    }

    /** The same under a name that no cleaning gives, to differ from another student not by case alone. */
    Student apart(String identity) {
        return new Student(cleaned(identity) + "-" + hash(identity), name, id, email);
    }

    /** A name that had to be changed gets a hash of what it was, so that two such names stay two. */
    private static String fileName(String identity) {
        String clean = cleaned(identity);
        return clean.equals(identity) ? clean : clean + "-" + hash(identity);
    }

    private static String cleaned(String identity) {
        String safe = identity.replaceAll("[^\\p{L}\\p{Nd}@._-]", "_").replaceAll("^[.-]|\\.$", "_");
        if (safe.length() > MAX_LENGTH) {
            safe = safe.substring(
                    0, Character.isHighSurrogate(safe.charAt(MAX_LENGTH - 1)) ? MAX_LENGTH - 1 : MAX_LENGTH);
        }
        String stem = safe.toLowerCase(Locale.ROOT).replaceAll("\\..*", "");
        boolean reserved = DEVICES.contains(stem) || stem.matches("(com|lpt)\\d");
        return safe.isEmpty() || reserved ? "_" + safe : safe;
    }

    private static String hash(String identity) {
        return ContentDigest.of(identity.getBytes(StandardCharsets.UTF_8)).substring(0, HASH_DIGITS);
    }
}
