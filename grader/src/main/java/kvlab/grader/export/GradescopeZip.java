package kvlab.grader.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;

/**
 * The zip that is uploaded to Gradescope, which unpacks it to {@code /autograder/source}, runs {@code setup.sh} there once, and
 * {@code run_autograder} in a fresh container for each submission.
 */
public final class GradescopeZip {

    private GradescopeZip() {}

    /** @throws IOException if the kit cannot be read, or the zip not written */
    public static void write(PackedKit kit, Path zip) throws IOException {
        Map<String, String> words = Map.of("options", ShellWord.arguments(kit.options()));
        Bundle bundle = new Bundle()
                .script("setup.sh", Template.named("gradescope-setup.sh").filledWith(Map.of()))
                .script("run_autograder", Template.named("gradescope-run.sh").filledWith(words));
        kit.addTo(bundle);
        bundle.zip(zip);
    }
}
