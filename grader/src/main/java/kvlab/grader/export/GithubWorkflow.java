package kvlab.grader.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The workflow that grades on every push.
 *
 * @param kit checked out to {@code kit}
 * @param branch that submissions are pushed to; empty for any
 * @param classroom whether GitHub Classroom's reporter gets the result
 */
public record GithubWorkflow(KitSource kit, Optional<String> branch, boolean classroom) {

    /** GitHub Classroom looks for a workflow and a job of these names. */
    private static final String CLASSROOM_WORKFLOW = "Autograding Tests";

    private static final String CLASSROOM_JOB = "run-autograding-tests";

    /** The file's text. */
    public String render() {
        List<String> options = new ArrayList<>(List.of("--policy", "kit/" + kit.policy()));
        options.addAll(kit.options());
        String text = Template.named("github-workflow.yml")
                .filledWith(Map.of(
                        "to-branch", branch.isPresent() ? " to the branch that is handed in" : "",
                        "branches",
                                branch.map(name -> "\n    branches: ['" + name.replace("'", "''") + "']")
                                        .orElse(""),
                        "repository", kit.repository(),
                        "ref", kit.ref(),
                        "options", ShellWord.arguments(options),
                        "name", classroom ? CLASSROOM_WORKFLOW : "kvlab",
                        "job", classroom ? CLASSROOM_JOB : "grade"));
        return classroom ? text + Template.named("github-classroom-step.yml").text() : text;
    }
}
