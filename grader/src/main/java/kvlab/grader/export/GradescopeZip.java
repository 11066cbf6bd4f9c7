package kvlab.grader.export;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The zip that is uploaded to Gradescope, which unpacks it to {@code /autograder/source}, runs {@code setup.sh} there once, and
 * {@code run_autograder} in a fresh container for each submission.
 */
public final class GradescopeZip {

    private static final String SETUP = """
            #!/bin/sh
            # Run once by Gradescope, as root, when the autograder is built. What is there already is not installed.
            set -eu
            here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
            install() {
                apt-get update && apt-get install -y --no-install-recommends "$1"
            }
            command -v javac >/dev/null 2>&1 || install openjdk-17-jdk-headless
            # Submissions are shut in with bubblewrap where containers allow it; without it there are still limits.
            command -v bwrap >/dev/null 2>&1 || install bubblewrap || true
            # The kit comes built: the stamp says so, and must not be older than the sources beside it.
            chmod +x "$here/kit/kvlab" "$here/run_autograder"
            touch "$here/kit/grader/target/kvlab/stamp"
            "$here/kit/kvlab" --version
            """;

    private static final String RUN = """
            #!/bin/sh
            # Run by Gradescope for each submission. AUTOGRADER is set to try it elsewhere.
            set -u
            here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd -P)
            exec "$here/kit/kvlab" autograde gradescope --root "${AUTOGRADER:-/autograder}" --policy "$here/policy.yaml" %s
            """;

    private GradescopeZip() {}

    /** @throws IOException if the kit cannot be read, or the zip not written */
    public static void write(PackedKit kit, PackedPolicy policy, Path zip) throws IOException {
        Bundle bundle = new Bundle()
                .script("setup.sh", SETUP)
                .script("run_autograder", RUN.replace("%s", PackedPolicy.quoted(policy.options())))
                .file(PackedPolicy.FILE, policy.file());
        kit.addTo(bundle, "kit/");
        bundle.zip(zip);
    }
}
