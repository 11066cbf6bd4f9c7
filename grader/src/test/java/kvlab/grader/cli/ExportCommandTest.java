package kvlab.grader.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The workflow, and wrong use; what is exported to autograders is run by {@link ExportedAutogradersIT}. */
class ExportCommandTest {

    @TempDir
    private Path directory;

    private final Terminal terminal = new Terminal();

    @Test
    void theWorkflowGradesWhatIsPushedToTheBranchWithAKitThatStudentsCannotChange() throws IOException {
        assertEquals(ExitCode.OK, export("github", "--into", directory.toString(), "--kit", "course/kit"));
        String text = Files.readString(directory.resolve(".github/workflows/kvlab.yml"));
        Map<?, ?> workflow = (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
        assertEquals(Map.of("contents", "read"), workflow.get("permissions"));
        Map<?, ?> push = (Map<?, ?>) ((Map<?, ?>) workflow.get("on")).get("push");
        assertEquals(List.of("lab-kv-solution"), push.get("branches"));
        Map<?, ?> job = (Map<?, ?>) ((Map<?, ?>) workflow.get("jobs")).get("grade");
        List<?> steps = (List<?>) job.get("steps");
        assertEquals(
                List.of("submission", "kit"),
                steps.stream()
                        .map(Map.class::cast)
                        .filter(step -> String.valueOf(step.get("uses")).startsWith("actions/checkout@"))
                        .map(step -> ((Map<?, ?>) step.get("with")).get("path"))
                        .toList());
        assertTrue(text.contains("repository: 'course/kit'\n"), text);
        assertTrue(text.contains(" '--policy' 'kit/grader/policies/core-lab.yaml'\n"), text);
    }

    @Test
    void githubClassroomIsToldOfTheScoreOnRequest() throws IOException {
        export("github", "--into", directory.toString(), "--kit", "course/kit", "--github-classroom");
        String text = Files.readString(directory.resolve(".github/workflows/kvlab.yml"));
        assertTrue(text.contains("uses: classroom-resources/autograding-grading-reporter@"), text);
    }

    @Test
    void aPolicyThatStudentsCouldChangeIsRefused() throws IOException {
        Path policy =
                Files.writeString(directory.resolve("mine.yaml"), "name: mine\nsuites: { core: { points: 1 } }\n");
        assertEquals(ExitCode.WRONG_USE, export("github", "--kit", "course/kit", "--policy", policy.toString()));
        assertTrue(terminal.err().contains("put it there"), terminal.err());
    }

    @Test
    void aPolicyWithAHiddenSeedDoesNotGoWhereStudentsReadIt() throws IOException {
        for (String key : List.of("hidden-seed: 583920417760235914", "seed-secret: 4f9a0c1d2e3b4a59")) {
            Path policy = Files.writeString(
                    directory.resolve("mine.yaml"), "name: mine\nsuites: { core: { points: 1 } }\n" + key + "\n");
            assertEquals(ExitCode.WRONG_USE, export("github", "--kit", "course/kit", "--policy", policy.toString()));
            assertTrue(terminal.err().contains("everybody can read it"), terminal.err());
        }
    }

    @Test
    void whatWouldNotWorkThereIsRefusedHere() {
        assertEquals(ExitCode.WRONG_USE, export("gradescope", "--policy", "no-such"));
        assertEquals(ExitCode.WRONG_USE, export("gradescope", "--final"));
        assertEquals(ExitCode.WRONG_USE, export("gradescope", "--schedules", "0"));
        assertEquals(ExitCode.WRONG_USE, export("autolab", "--handin", "a b"));
        assertEquals(ExitCode.WRONG_USE, export("github", "--kit", "x; rm -rf /"));
        assertEquals(ExitCode.WRONG_USE, export("github", "--kit", "course/kit", "--kit-ref=--upload-pack=x"));
        assertEquals(ExitCode.WRONG_USE, export("github", "--kit", "course/kit", "--policy", "extended-lab"));
        assertTrue(terminal.err().contains("takes no git repositories"), terminal.err());
        assertEquals(ExitCode.WRONG_USE, export());
    }

    private int export(String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "export";
        System.arraycopy(args, 0, all, 1, args.length);
        return terminal.run(all);
    }
}
