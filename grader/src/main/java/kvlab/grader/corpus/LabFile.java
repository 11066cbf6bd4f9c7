package kvlab.grader.corpus;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kvlab.grader.execute.LabSuite;

/** A file that a student writes. An entry of the corpus brings one of its own, or more. */
enum LabFile {
    KV_SERVER("KvServer.java", "core", "extended"),
    CLERK("Clerk.java", "extended"),
    STUDENT_RAFT("StudentRaft.java", "raft", "extended");

    private final String fileName;
    private final List<String> suites;

    LabFile(String fileName, String... suites) {
        this.fileName = fileName;
        this.suites = List.of(suites);
    }

    static Optional<LabFile> named(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName.equals(fileName))
                .findFirst();
    }

    String fileName() {
        return fileName;
    }

    /** Names of the suites that try what is in at least one of these files. */
    static List<String> suitesTrying(Collection<LabFile> files) {
        return LabSuite.NAMES.stream()
                .filter(suite -> files.stream().anyMatch(file -> file.suites.contains(suite)))
                .toList();
    }
}
