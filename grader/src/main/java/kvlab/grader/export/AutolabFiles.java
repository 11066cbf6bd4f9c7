package kvlab.grader.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * The files that are uploaded to Autolab: {@code autograde-Makefile}, which it calls {@code Makefile} and runs beside the
 * submission, and {@code autograde.tar}.
 */
public final class AutolabFiles {

    private AutolabFiles() {}

    /**
     * @param handIn the name that the assessment gives to submissions
     * @throws IOException if the kit cannot be read, or the files not written
     */
    public static void write(PackedKit kit, String handIn, Path directory) throws IOException {
        Map<String, String> words = Map.of("hand-in", handIn, "options", ShellWord.arguments(kit.options()));
        Bundle bundle =
                new Bundle().script("run", Template.named("autolab-run.sh").filledWith(words));
        kit.addTo(bundle);
        Files.createDirectories(directory);
        Files.writeString(
                directory.resolve("autograde-Makefile"),
                Template.named("autolab-makefile").filledWith(words));
        try (OutputStream tar = Files.newOutputStream(directory.resolve("autograde.tar"))) {
            bundle.tar(tar);
        }
    }
}
