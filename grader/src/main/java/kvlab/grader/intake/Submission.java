package kvlab.grader.intake;

import java.util.List;

/**
 * The sources of a submission, read once: no later stage looks at the upload again.
 *
 * @param path as the caller wrote it, for replay lines
 * @param files {@code KvServer.java}, or {@code StudentRaft.java} if there is no server, then the other sources beside
 *     it, by name
 */
public record Submission(String path, List<SourceFile> files) {

    public Submission {
        files = List.copyOf(files);
    }
}
