package kvlab.grader.corpus;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kvlab.grader.execute.LabSuite;
import kvlab.submission.Part;

/** A file that a student writes. An entry of the corpus has one or more of its own. */
enum LabFile {
    KV_SERVER(Part.SERVER, "base/reference/KvServer.java", "core", "extended"),
    CLERK(Part.CLERK, "base/plain-clerk/Clerk.java", "extended"),
    STUDENT_RAFT(Part.RAFT, "base/own-raft/StudentRaft.java", "raft", "extended");

    static final String NO_OTHERS =
            "an entry consists of KvServer.java, Clerk.java and StudentRaft.java, as far as it has its own";

    private final Part part;
    private final String standIn;
    private final List<String> suites;

    LabFile(Part part, String standIn, String... suites) {
        this.part = part;
        this.standIn = standIn;
        this.suites = List.of(suites);
    }

    static Optional<LabFile> named(String fileName) {
        return Arrays.stream(values())
                .filter(file -> file.fileName().equals(fileName))
                .findFirst();
    }

    String fileName() {
        return part.simpleName() + ".java";
    }

    /** The path of the corpus file used for entries that lack this file. */
    String standIn() {
        return standIn;
    }

    /** The files without which these suites cannot run. */
    static List<LabFile> neededBy(Collection<String> suites) {
        Set<Part> parts = suites.stream()
                .flatMap(name -> LabSuite.named(name).orElseThrow().needs().stream())
                .collect(Collectors.toSet());
        return Arrays.stream(values()).filter(file -> parts.contains(file.part)).toList();
    }

    /** Names of the suites that test at least one of these files. */
    static List<String> suitesTesting(Collection<LabFile> files) {
        return LabSuite.NAMES.stream()
                .filter(suite -> files.stream().anyMatch(file -> file.suites.contains(suite)))
                .toList();
    }
}
