package kvlab.grader.intake;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The parsed name of a file or directory in a class's folder. The collecting systems use these formats:
 *
 * <pre>
 * Canvas      doejane_12345_67890_handin.zip, doejane_LATE_12345_67890_KvServer-1.java   user, attachment, n-th upload
 * Moodle      Jane Doe_12345_assignsubmission_file_/, or with a file's name after it      participant
 * Gradescope  submission_123456/                                                          submission
 * Autolab     jane@x.edu_3_handin.tar                                                     version
 * by hand     jane/, jane.tar, jane.java
 * </pre>
 *
 * @param student derived from the name alone
 * @param order the position among the student's uploads
 * @param together whether source files with different orders belong to one submission
 * @param file the student's own name of the file; empty if there is none
 * @param markedLate whether Canvas marked it late
 */
record ExportName(Student student, long order, boolean together, String file, boolean markedLate) {

    private static final String NUMBER = "(\\d{1,18})";
    private static final Pattern CANVAS = Pattern.compile("([^_@]+)_(LATE_)?" + NUMBER + "_" + NUMBER + "_(.+)");
    private static final Pattern MOODLE =
            Pattern.compile("([^@]+?)_" + NUMBER + "_assignsubmission_(?:file|onlinetext)_?(.*)");
    private static final Pattern GRADESCOPE = Pattern.compile("submission_" + NUMBER);
    private static final Pattern AUTOLAB = Pattern.compile("([^\\s/@]+@[A-Za-z0-9.-]+)_" + NUMBER + "_(.+)");
    private static final Pattern ARCHIVE =
            Pattern.compile("(?i)(.+)\\.(tar|zip|tgz|tar\\.(gz|bz2|xz|zst)|tbz2?|txz|7z|rar|gz)");
    private static final Pattern REPOSITORY = Pattern.compile("(.+)\\.git");
    private static final Pattern SOURCE = Pattern.compile("(.+?)([ _-]KvServer)?\\.java");
    private static final Pattern UPLOAD_NUMBER = Pattern.compile("-\\d{1,3}(?=\\.[A-Za-z0-9.]+$)");

    static ExportName of(String name) {
        // The student's own file name comes last in each format and must not match the system's part.
        Matcher canvas = CANVAS.matcher(name);
        if (canvas.matches()) {
            return new ExportName(
                    Student.numbered(canvas.group(1), canvas.group(3)),
                    Long.parseLong(canvas.group(4)),
                    true,
                    UPLOAD_NUMBER.matcher(canvas.group(5)).replaceFirst(""),
                    canvas.group(2) != null);
        }
        Matcher moodle = MOODLE.matcher(name);
        if (moodle.matches()) {
            Student student = Student.numbered(moodle.group(1), moodle.group(2));
            return new ExportName(student, 0, true, moodle.group(3), false);
        }
        Matcher autolab = AUTOLAB.matcher(name);
        if (autolab.matches()) {
            String email = autolab.group(1);
            return new ExportName(
                    Student.of(email.toLowerCase(Locale.ROOT), email, "", email),
                    Long.parseLong(autolab.group(2)),
                    false,
                    autolab.group(3),
                    false);
        }
        Matcher gradescope = GRADESCOPE.matcher(name);
        if (gradescope.matches()) {
            return new ExportName(Student.of(name, name, gradescope.group(1), ""), 0, true, "", false);
        }
        Matcher source = SOURCE.matcher(name);
        if (source.matches()) {
            String file = ClassFolder.OF_ONE_SUBMISSION.contains(name) ? name : MainFile.SERVER;
            return new ExportName(Student.named(source.group(1)), 0, true, file, false);
        }
        return new ExportName(Student.named(withoutEnding(name)), 0, true, name, false);
    }

    /** Whether a collecting system gave the name. */
    static boolean isExported(String name) {
        return Stream.of(AUTOLAB, MOODLE, CANVAS, GRADESCOPE)
                .anyMatch(system -> system.matcher(name).matches());
    }

    /** Whether it is text typed into Moodle. */
    static boolean isOnlineText(String name) {
        return name.contains("_assignsubmission_onlinetext");
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
