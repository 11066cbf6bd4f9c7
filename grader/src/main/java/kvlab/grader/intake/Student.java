package kvlab.grader.intake;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import kvlab.grader.intake.files.ContentDigest;
import kvlab.grader.intake.files.DisplayText;

/**
 * The author of a submission, as far as file names identify them.
 *
 * @param fileName unique among the students on any file system, and safe as a file name
 * @param name as in the collecting system, without control characters; for a group all names, separated by commas
 * @param id the collecting system's number; for a group each member's, in the order of the names; may be empty
 * @param email likewise
 * @param section the part of the class, as the staff call it; may be empty
 */
public record Student(String fileName, String name, String id, String email, String section) {

    /** Stands for the number or address that one member of a group lacks, so that the others keep their positions. */
    public static final String UNKNOWN = "-";

    private static final int MAX_LENGTH = 60;
    private static final int HASH_DIGITS = 8;
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul");

    /** A student of no section in particular. */
    public Student(String fileName, String name, String id, String email) {
        this(fileName, name, id, email, "");
    }

    /** @param identity a unique identity, such as a name and a number */
    public static Student of(String identity, String name, String id, String email) {
        return new Student(fileName(composed(identity)), DisplayText.plain(composed(name)), id, email);
    }

    /** The number is unique, so no hash is needed. */
    static Student numbered(String name, String id) {
        return new Student(cleaned(composed(name)) + "_" + id, DisplayText.plain(composed(name)), id, "");
    }

    /** macOS writes an accent as a character of its own, others do not. */
    private static String composed(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC);
    }

    static Student named(String name) {
        return of(name, name, "", "");
    }

    /** How many people handed in together, as far as their numbers and addresses say. */
    public static int members(Student student) {
        return Math.max(student.id().split(",").length, student.email().split(",").length);
    }

    /** The same in this section. */
    public Student in(String other) {
        return new Student(fileName, name, id, email, other);
    }

    /** The same with a file name that contains a hash, for names that differ from another student's only by case. */
    Student apart(String identity) {
        return new Student(cleaned(identity) + "-" + hash(identity), name, id, email, section);
    }

    /** A sanitised name gets a hash of the original, so that distinct names stay distinct. */
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
