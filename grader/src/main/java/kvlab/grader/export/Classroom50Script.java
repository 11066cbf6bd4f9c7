package kvlab.grader.export;

import java.util.Map;
import java.util.stream.Collectors;

/**
 * {@code autograder.py}, which Classroom 50 runs in the student's checkout: it gets the kit and grades with it.
 *
 * @param branch on which the policy looks for submissions; whatever was pushed is put there, from any branch
 */
public record Classroom50Script(KitSource kit, String branch) {

    /** The file's text. */
    public String render() {
        return Template.named("classroom50-autograder.py")
                .filledWith(Map.of(
                        "repository", kit.repository(),
                        "ref", literal(kit.ref()),
                        "branch", literal(branch),
                        "policy", literal(kit.policy()),
                        "options",
                                kit.options().stream()
                                        .map(word -> ", " + literal(word))
                                        .collect(Collectors.joining())));
    }

    private static String literal(String text) {
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }
}
