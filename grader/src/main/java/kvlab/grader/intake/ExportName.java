package kvlab.grader.intake;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parsed name of a file or directory in a class's folder. The collecting systems use these formats:
 *
 * <pre>
 * Canvas      doejane_12345_67890_handin.zip, doejane_LATE_12345_67890_KvServer-1.java   user, attachment, n-th upload
 *             LATE_anon_8gh2k_67890_KvServer.java, doejane_12345_text.html, doejane_12345_link.html
 * Moodle      Jane Doe_12345_assignsubmission_file_/, or with a file's name after it      participant
 * Gradescope  submission_123456/                                                          submission
 * Autolab     jane@x.edu_3_handin.tar, or jane@x.edu/3_handin.tar                         version
 * by hand     jane/, jane.tar, jane.java
 * </pre>
 *
 * @param collectedBy the system that gave the name
 * @param student derived from the name alone
 * @param order the position among the student's uploads
 * @param together whether source files with different orders belong to one submission
 * @param file the student's own name of the file; empty if there is none
 * @param markedLate whether Canvas marked it late
 */
record ExportName(
        CollectedBy collectedBy, Student student, long order, boolean together, String file, boolean markedLate) {

    private static final String NUMBER = "(?<number>\\d{1,18})";
    private static final String LATE = "(?<late>LATE_)?";

    /** Canvas gives users an anonymous id of a few letters and digits if the assignment asks for it. */
    private static final String ANONYMOUS = LATE + "(?<name>anon)_(?<number>[A-Za-z0-9]{1,20})";

    /** A user's or group's name may have underscores; Canvas takes numbers between two of them out. */
    private static final String USER = "(?<name>[^@]+?)_" + LATE + NUMBER;

    private static final String ATTACHMENT = "_(?<order>\\d{1,18})_(?<file>.+)";
    private static final String TYPED = "_(?<order>)(?<file>(text|link)\\.html)";
    private static final String EMAIL = "[^\\s/@]+@[A-Za-z0-9.-]+";

    private static final List<Pattern> CANVAS_TYPED = patterns(ANONYMOUS + TYPED, USER + TYPED);
    private static final List<Pattern> CANVAS = Stream.concat(
                    patterns(ANONYMOUS + ATTACHMENT, USER + ATTACHMENT).stream(), CANVAS_TYPED.stream())
            .toList();
    private static final Pattern MOODLE =
            Pattern.compile("(?<name>[^@]+?)_" + NUMBER + "_assignsubmission_(?:file|onlinetext)_?(?<file>.*)");
    private static final Pattern AUTOLAB = Pattern.compile("(?<name>" + EMAIL + ")_(?<order>\\d{1,18})_(?<file>.+)");
    private static final Pattern GRADESCOPE = Pattern.compile("submission_" + NUMBER + "(?<file>)");

    private static final Pattern ANNOTATED = Pattern.compile("annotated_(" + EMAIL + "_)?\\d{1,18}_.+");
    private static final Pattern ADDRESS = Pattern.compile(EMAIL);
    private static final Pattern VERSION = Pattern.compile("(\\d{1,18})_(.+)");
    /** What Moodle puts before the name in an assignment of teams, if the student has none. */
    private static final Pattern NO_TEAM = Pattern.compile("^(Default group)?-");

    private static final Pattern ARCHIVE =
            Pattern.compile("(?i)(.+)\\.(tar|zip|tgz|tar\\.(gz|bz2|xz|zst)|tbz2?|txz|7z|rar|gz)");
    private static final Pattern REPOSITORY = Pattern.compile("(.+)\\.git");
    private static final Pattern SOURCE = Pattern.compile("(.+?)([ _-]KvServer)?\\.java");
    private static final Pattern UPLOAD_NUMBER = Pattern.compile("-\\d{1,3}(?=\\.[A-Za-z0-9.]+$)");

    private static List<Pattern> patterns(String... formats) {
        return Stream.of(formats).map(Pattern::compile).toList();
    }

    static ExportName of(String name) {
        // The student's own file name comes last in each format and must not match the system's part, so the format
        // whose own part ends first is the one.
        return Stream.of(canvas(name), moodle(name), autolab(name), gradescope(name))
                .flatMap(Optional::stream)
                .max(Comparator.comparingInt(parsed -> parsed.file().length()))
                .map(ExportName::withoutUploadNumber)
                .orElseGet(() -> byHand(name));
    }

    private static Optional<ExportName> canvas(String name) {
        return CANVAS.stream()
                .map(format -> format.matcher(name))
                .filter(Matcher::matches)
                .min(Comparator.comparingInt(format -> format.start("file")))
                .map(format -> new ExportName(
                        CollectedBy.CANVAS,
                        Student.numbered(format.group("name"), format.group("number")),
                        format.group("order").isEmpty() ? 0 : Long.parseLong(format.group("order")),
                        true,
                        format.group("file"),
                        format.group("late") != null));
    }

    private static Optional<ExportName> moodle(String name) {
        return matched(MOODLE, name).map(format -> {
            String student = NO_TEAM.matcher(format.group("name")).replaceFirst("");
            return new ExportName(
                    CollectedBy.MOODLE,
                    Student.numbered(student, format.group("number")),
                    0,
                    true,
                    format.group("file"),
                    false);
        });
    }

    private static Optional<ExportName> autolab(String name) {
        return matched(AUTOLAB, name)
                .map(format -> new ExportName(
                        CollectedBy.AUTOLAB,
                        byAddress(format.group("name")),
                        Long.parseLong(format.group("order")),
                        false,
                        format.group("file"),
                        false));
    }

    private static Optional<ExportName> gradescope(String name) {
        return matched(GRADESCOPE, name)
                .map(format -> new ExportName(
                        CollectedBy.GRADESCOPE,
                        Student.of(name, name, format.group("number"), ""),
                        0,
                        true,
                        "",
                        false));
    }

    private static ExportName byHand(String name) {
        Matcher source = SOURCE.matcher(name);
        if (source.matches()) {
            String file = FolderEntries.isOfOneSubmission(name) ? name : MainFile.SERVER;
            return new ExportName(CollectedBy.HAND, Student.named(source.group(1)), 0, true, file, false);
        }
        String student = withoutEnding(name);
        return new ExportName(
                CollectedBy.HAND,
                isAddress(student) ? byAddress(student) : Student.named(student),
                0,
                true,
                name,
                false);
    }

    private static Student byAddress(String email) {
        return Student.of(email.toLowerCase(Locale.ROOT), email, "", email);
    }

    private static Optional<Matcher> matched(Pattern format, String name) {
        return Optional.of(format.matcher(name)).filter(Matcher::matches);
    }

    /** The same upload, of which this is one version, as Autolab keeps them in a directory for each student. */
    ExportName version(String name) {
        Matcher version = VERSION.matcher(name);
        return version.matches()
                ? new ExportName(
                        CollectedBy.AUTOLAB, student, Long.parseLong(version.group(1)), false, version.group(2), false)
                : this;
    }

    private ExportName withoutUploadNumber() {
        return collectedBy == CollectedBy.CANVAS
                ? new ExportName(
                        collectedBy,
                        student,
                        order,
                        together,
                        UPLOAD_NUMBER.matcher(file).replaceFirst(""),
                        markedLate)
                : this;
    }

    /** Whether a collecting system gave the name. */
    static boolean isExported(String name) {
        return of(name).collectedBy() != CollectedBy.HAND;
    }

    /** Whether it is an e-mail address, as the directories of Autolab's students are called. */
    static boolean isAddress(String name) {
        return ADDRESS.matcher(name).matches();
    }

    /** Whether it is called as Autolab calls one of several versions in a student's directory. */
    static boolean isVersion(String name) {
        return VERSION.matcher(name).matches();
    }

    /** Whether it is Autolab's copy of an upload, with the staff's annotations in it. */
    static boolean isAnnotatedCopy(String name) {
        return ANNOTATED.matcher(name).matches();
    }

    /** Whether it is text or a link that was typed into the system. */
    static boolean isOnlineText(String name) {
        return name.contains("_assignsubmission_onlinetext")
                || CANVAS_TYPED.stream().anyMatch(format -> format.matcher(name).matches());
    }

    static boolean isArchive(String name) {
        return ARCHIVE.matcher(name).matches();
    }

    static String withoutEnding(String name) {
        Matcher archive = ARCHIVE.matcher(name);
        Matcher repository = REPOSITORY.matcher(name);
        return archive.matches() ? archive.group(1) : repository.matches() ? repository.group(1) : name;
    }
}
