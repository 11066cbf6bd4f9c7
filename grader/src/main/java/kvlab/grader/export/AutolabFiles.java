package kvlab.grader.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What is uploaded to Autolab: {@code autograde-Makefile}, which it calls {@code Makefile} and runs beside the submission, and
 * {@code autograde.tar}.
 */
public final class AutolabFiles {

    private static final String MAKEFILE = """
            # Run by Autolab beside autograde.tar and the submission, under the name that the assessment gives to submissions.
            HANDIN = %s

            all:
            \t@mkdir -p kvlab-autograder
            \t@tar -x -f autograde.tar -C kvlab-autograder
            \t@kvlab-autograder/run '$(HANDIN)'
            """;

    private static final String RUN = """
            #!/bin/sh
            # Grades one submission, once: the kit does not get ready for more.
            set -u
            here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
            touch "$here/kit/grader/target/kvlab/stamp"
            KVLAB_ONCE=yes
            export KVLAB_ONCE
            exec "$here/kit/kvlab" autograde autolab --policy "$here/policy.yaml" %s "$1"
            """;

    private AutolabFiles() {}

    /**
     * @param handIn the name that the assessment gives to submissions
     * @throws IOException if the kit cannot be read, or the files not written
     */
    public static void write(PackedKit kit, PackedPolicy policy, String handIn, Path directory) throws IOException {
        Bundle bundle = new Bundle()
                .script("run", RUN.replace("%s", PackedPolicy.quoted(policy.options())))
                .file(PackedPolicy.FILE, policy.file());
        kit.addTo(bundle, "kit/");
        Files.createDirectories(directory);
        Files.writeString(directory.resolve("autograde-Makefile"), MAKEFILE.replace("%s", handIn));
        try (OutputStream tar = Files.newOutputStream(directory.resolve("autograde.tar"))) {
            bundle.tar(tar);
        }
    }
}
