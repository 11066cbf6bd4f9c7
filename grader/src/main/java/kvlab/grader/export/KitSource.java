package kvlab.grader.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The source of the kit for a job on GitHub, and the policy it grades by.
 *
 * @param repository {@code OWNER/NAME}
 * @param ref its branch, tag or commit
 * @param policy the policy's path in it, with slashes
 * @param options further options for the command line, such as {@code --final}
 */
public record KitSource(String repository, String ref, String policy, List<String> options) {

    /** GitHub Classroom looks for a workflow and a job of these names. */
    private static final String CLASSROOM_WORKFLOW = "Autograding Tests";

    private static final String CLASSROOM_JOB = "run-autograding-tests";

    public KitSource {
        options = List.copyOf(options);
    }

    /**
     * The workflow that grades on every push; the kit is checked out to {@code kit}.
     *
     * @param branch that submissions are pushed to; empty for any
     * @param classroom whether GitHub Classroom's reporter gets the result
     */
    public String githubWorkflow(Optional<String> branch, boolean classroom) {
        List<String> words = Stream.concat(Stream.of("--policy", "kit/" + policy), options.stream())
                .toList();
        String text = Template.filled(
                "github-workflow.yml",
                Map.of(
                        "to-branch",
                        branch.isPresent() ? " to the branch that is handed in" : "",
                        "branches",
                        branch.map(name -> "\n    branches: ['" + name.replace("'", "''") + "']")
                                .orElse(""),
                        "repository",
                        repository,
                        "ref",
                        ref,
                        "options",
                        ShellWord.arguments(words),
                        "name",
                        classroom ? CLASSROOM_WORKFLOW : "kvlab",
                        "job",
                        classroom ? CLASSROOM_JOB : "grade"));
        return classroom ? text + Template.filled("github-classroom-step.yml", Map.of()) : text;
    }

    /**
     * {@code autograder.py}, which Classroom 50 runs in the student's checkout: it gets the kit and grades with it.
     *
     * @param branch the branch that the policy grades; the script moves the pushed commit there, from any branch
     */
    public String classroom50Script(String branch) {
        String more = options.stream().map(word -> ", " + literal(word)).collect(Collectors.joining());
        return Template.filled(
                "classroom50-autograder.py",
                Map.of(
                        "repository", repository,
                        "ref", literal(ref),
                        "branch", literal(branch),
                        "policy", literal(policy),
                        "options", more));
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
