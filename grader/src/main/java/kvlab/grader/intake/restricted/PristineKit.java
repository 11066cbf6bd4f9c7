package kvlab.grader.intake.restricted;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.SourceFile;
import kvlab.grader.intake.files.FileTree;

/**
 * The kit as students got it. Its digests are computed from the directory that was handed out, each time, which takes
 * milliseconds: a list made when the grader is built would be wrong as soon as a course hands out a kit of its own, or
 * changes the skeleton without building the grader.
 *
 * @param server the path of the file that students edit, {@code KvServer.java}
 */
public record PristineKit(String server, FileTree files) {

    private static final List<String> SERVERS =
            List.of("skeleton/src/main/java/lab/KvServer.java", "src/main/java/lab/KvServer.java");

    /**
     * @param directory what was handed out: the skeleton, or all of the kit
     * @throws IOException if that cannot be read, or has no file to edit
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

    /** The directory of the file that students edit, with a slash at its end unless it is the root. */
    String sources() {
        return server.substring(0, server.lastIndexOf('/') + 1);
    }

    /** The sources beside the file that students edit, that one among them. */
    public List<SourceFile> siblings() {
        return files.sources().entrySet().stream()
                .filter(text -> text.getKey().startsWith(sources())
                        && text.getKey().indexOf('/', sources().length()) < 0)
                .map(text -> new SourceFile(text.getKey().substring(sources().length()), text.getValue()))
                .toList();
    }
}
