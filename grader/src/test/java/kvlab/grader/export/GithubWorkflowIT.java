package kvlab.grader.export;

import static kvlab.grader.export.GithubWorkflowTest.plain;
import static kvlab.grader.export.GithubWorkflowTest.step;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The workflow's step, run by a shell. */
class GithubWorkflowIT {

    @TempDir
    private Path directory;

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "the workflow runs on Linux")
    void theStepCallsTheKitWithThePolicyWhateverItIsCalled() throws Exception {
        Path kvlab = Files.createDirectories(directory.resolve("kit")).resolve("kvlab");
        Files.writeString(kvlab, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n").toFile().setExecutable(true);
        assertEquals(
                List.of(
                        "grade",
                        "submission",
                        "--as",
                        "one",
                        "--out",
                        "results",
                        "--github",
                        "--policy",
                        "kit/policies/week 3: it's #1.yaml",
                        "--schedules",
                        "5"),
                printed((String) step(plain(), "Grade").get("run")));
    }

    /** As GitHub runs a step: from a file. */
    private List<String> printed(String script) throws IOException, InterruptedException {
        Path file = Files.writeString(directory.resolve("step.sh"), script);
        Process bash = new ProcessBuilder("bash", "-e", file.toString())
                .directory(directory.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(0, bash.waitFor());
        return output.lines().toList();
    }
}
