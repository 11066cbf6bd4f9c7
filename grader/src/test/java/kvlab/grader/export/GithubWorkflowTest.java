package kvlab.grader.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/** The workflow as GitHub reads it: the YAML's values, and what bash makes of a step. */
class GithubWorkflowTest {

    static final KitSource KIT =
            new KitSource("course/kit", "1.10", "policies/week 3: it's #1.yaml", List.of("--schedules", "5"));

    @Test
    void theKitIsCheckedOutAtTheRefAlsoIfThatLooksLikeANumber() {
        assertEquals(
                Map.of("repository", "course/kit", "ref", "1.10", "path", "kit", "persist-credentials", false),
                step(plain(), "The kit as it was handed out").get("with"));
    }

    @Test
    void onlyTheBranchThatIsHandedInIsGraded() {
        assertEquals(
                List.of("it's-mine"),
                at(workflow(KIT.githubWorkflow(Optional.of("it's-mine"), false)), "on", "push", "branches"));
        assertTrue(((Map<?, ?>) plain().get("on")).containsKey("push"));
    }

    @Test
    void githubClassroomsReporterFindsTheJobByItsNameAndTheResultByTheStepsId() {
        Map<?, ?> workflow = workflow(KIT.githubWorkflow(Optional.empty(), true));
        assertEquals("Autograding Tests", workflow.get("name"));
        assertEquals(Map.of("contents", "read"), workflow.get("permissions"));
        Map<?, ?> jobs = (Map<?, ?>) workflow.get("jobs");
        assertEquals(List.of("run-autograding-tests"), List.copyOf(jobs.keySet()));
        Map<?, ?> reporter = step(workflow, "GitHub Classroom");
        String id = (String) step(workflow, "Grade").get("id");
        assertEquals(Map.of("runners", id), reporter.get("with"));
        String result = "steps." + id + ".outputs.result";
        assertEquals(Map.of(id.toUpperCase(Locale.ROOT) + "_RESULTS", "${{ " + result + " }}"), reporter.get("env"));
        assertEquals("always() && " + result + " != ''", reporter.get("if"));
    }

    @Test
    void nobodyElseIsToldOfTheResult() {
        assertEquals(
                List.of(),
                steps(plain())
                        .map(step -> String.valueOf(step.get("uses")))
                        .filter(uses -> !uses.equals("null") && !uses.startsWith("actions/"))
                        .toList());
    }

    static Map<?, ?> plain() {
        return workflow(KIT.githubWorkflow(Optional.empty(), false));
    }

    private static Map<?, ?> workflow(String text) {
        return (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    static Map<?, ?> step(Map<?, ?> workflow, String name) {
        return steps(workflow)
                .filter(step -> name.equals(step.get("name")))
                .findFirst()
                .orElseThrow();
    }

    private static Stream<Map<?, ?>> steps(Map<?, ?> workflow) {
        Map<?, ?> job = (Map<?, ?>)
                ((Map<?, ?>) workflow.get("jobs")).values().iterator().next();
        return ((List<?>) job.get("steps")).stream().map(step -> (Map<?, ?>) step);
    }

    private static Object at(Map<?, ?> map, String... keys) {
        Object value = map;
        for (String key : keys) {
            value = ((Map<?, ?>) value).get(key);
        }
        return value;
    }
}
