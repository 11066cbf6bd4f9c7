package kvlab.grader.export;

import java.util.List;
import java.util.stream.Collectors;

/**
 * {@code autograder.py}, which Classroom 50 runs in the student's checkout: gets the kit and lets it grade.
 *
 * @param branch on which the policy looks for submissions; what was pushed is put there, whichever branch it is on
 */
public record Classroom50Script(KitSource kit, String branch) {

    private static final String TEXT = """
            #!/usr/bin/env python3
            \"""Grades what was pushed. Made by: ./kvlab export classroom50

            Classroom 50 runs this in the student's checkout. Its place is CLASSROOM/autograders/ASSIGNMENT/autograder.py.
            \"""

            import os
            import subprocess
            import sys
            import tempfile


            def git(*words):
                if subprocess.run(["git", *words]).returncode != 0:
                    sys.exit("kvlab: could not " + " ".join(["git", *words]) + ": the kit's repository must be public")


            server = os.environ.get("GITHUB_SERVER_URL", "https://github.com")
            kit = os.path.join(tempfile.mkdtemp(dir=os.environ.get("RUNNER_TEMP")), "kit")
            git("init", "--quiet", kit)
            git("-C", kit, "fetch", "--quiet", "--depth=1", f"{server}/%1$s", %2$s)
            git("-C", kit, "checkout", "--quiet", "FETCH_HEAD")

            # The policy names a branch, and Classroom 50 checks out a commit.
            git("checkout", "--quiet", "-B", %3$s)

            # The kit is there for this one submission: it need not get ready for more.
            os.environ["KVLAB_ONCE"] = "yes"
            kvlab = os.path.join(kit, "kvlab")
            policy = os.path.join(kit, %4$s)
            os.execv(kvlab, [kvlab, "autograde", "classroom50", "--policy", policy%5$s])
            """;

    /** The file's text. */
    public String render() {
        return TEXT.replace("%1$s", kit.repository())
                .replace("%2$s", literal(kit.ref()))
                .replace("%3$s", literal(branch))
                .replace("%4$s", literal(kit.policy()))
                .replace("%5$s", literals(kit.options()));
    }

    private static String literals(List<String> words) {
        return words.stream().map(word -> ", " + literal(word)).collect(Collectors.joining());
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
