package kvlab.grader.intake.restricted;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.files.FileTree;

/**
 * The original kit. Its digests are computed from the directory on each run, which takes milliseconds: a list made at
 * build time would be wrong for a course with a modified kit or skeleton.
 *
 * @param server the path of the file that students edit, {@code KvServer.java}
 */
public record PristineKit(String server, FileTree files) {

    private static final List<String> SERVERS =
            List.of("skeleton/src/main/java/lab/KvServer.java", "src/main/java/lab/KvServer.java");

    /**
     * @param directory the skeleton, or the whole kit
     * @throws IOException if it cannot be read or lacks the file that students edit
     */
    public static PristineKit at(Path directory) throws IOException {
        FileTree files = new Intake().files(directory);
        String server = SERVERS.stream()
                .filter(files.digests()::containsKey)
                .findFirst()
                .orElseThrow(() -> new IOException("the kit at " + directory + " has none of "
                        + String.join(", ", SERVERS) + ": name the directory that was handed out to students"));
        return new PristineKit(server, files);
    }

    /** The directory of the file that students edit, with a trailing slash unless it is the root. */
    String sources() {
        return server.substring(0, server.lastIndexOf('/') + 1);
    }

    /** The sources in the directory of the file that students edit, including that file. */
    public List<SourceFile> siblings() {
        return files.sources().entrySet().stream()
                .filter(text -> text.getKey().startsWith(sources())
                        && text.getKey().indexOf('/', sources().length()) < 0)
                .map(text -> new SourceFile(text.getKey().substring(sources().length()), text.getValue()))
                .toList();
    }
}
