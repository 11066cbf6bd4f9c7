package kvlab.grader.intake;

import java.util.List;

/**
 * The sources of a submission. They are read once; no later stage reads the upload again.
 *
 * @param path as the caller wrote it, for replay lines
 * @param files {@code KvServer.java}, or {@code StudentRaft.java} if there is no server, then the other sources in its
 *     directory, by name
 */
public record Submission(String path, List<SourceFile> files) {

    public Submission {
        files = List.copyOf(files);
    }
}
