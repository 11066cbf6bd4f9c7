package kvlab.grader.export;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The workflow that grades on every push.
 *
 * @param kit checked out to {@code kit}
 * @param branch that submissions are pushed to; empty for any
 * @param classroom whether GitHub Classroom's reporter gets the result
 */
public record GithubWorkflow(KitSource kit, Optional<String> branch, boolean classroom) {

    private static final String TEXT = """
            # Grades every push%1$s. Made by: ./kvlab export github
            name: %6$s
            on:
              push:%2$s
              workflow_dispatch:

            # The submission's code gets no token.
            permissions:
              contents: read

            concurrency:
              group: kvlab-${{ github.ref }}
              cancel-in-progress: true

            jobs:
              %7$s:
                runs-on: ubuntu-24.04
                timeout-minutes: 20
                steps:
                  - name: The submission, with its history, since commits say when it was handed in
                    uses: actions/checkout@v5
                    with:
                      path: submission
                      fetch-depth: 0
                      persist-credentials: false
                  - name: The kit as it was handed out
                    uses: actions/checkout@v5
                    with:
                      repository: '%3$s'
                      ref: '%4$s'
                      path: kit
                      persist-credentials: false
                  - uses: actions/setup-java@v5
                    with:
                      distribution: temurin
                      java-version: 17
                  - name: What the kit is built from
                    uses: actions/cache@v5
                    with:
                      path: ~/.m2/repository
                      key: kvlab-${{ hashFiles('kit/**/pom.xml') }}
                  - name: Grade
                    id: grade
                    run: |
                      kit/kvlab grade submission --out results --github %5$s
                  - name: Reports
                    if: always()
                    uses: actions/upload-artifact@v6
                    with:
                      name: kvlab
                      path: results/report/junit
            """;

    /** GitHub Classroom looks for a workflow and a job of these names. */
    private static final String CLASSROOM_WORKFLOW = "Autograding Tests";

    private static final String CLASSROOM_JOB = "run-autograding-tests";

    private static final String CLASSROOM_STEP = """
                  - name: GitHub Classroom
                    # There is no result if the kit could not decide something: that is no score.
                    if: always() && steps.grade.outputs.result != ''
                    uses: classroom-resources/autograding-grading-reporter@v1
                    env:
                      GRADE_RESULTS: ${{ steps.grade.outputs.result }}
                    with:
                      runners: grade
            """;

    /** The file's text. */
    public String render() {
        List<String> options = new ArrayList<>(List.of("--policy", "kit/" + kit.policy()));
        options.addAll(kit.options());
        String text = TEXT.replace(
                        "%1$s",
                        branch.map(name -> " to the branch that is handed in").orElse(""))
                .replace(
                        "%2$s",
                        branch.map(name -> "\n    branches: ['" + name.replace("'", "''") + "']")
                                .orElse(""))
                .replace("%3$s", kit.repository())
                .replace("%4$s", kit.ref())
                .replace("%5$s", PackedPolicy.quoted(options))
                .replace("%6$s", classroom ? CLASSROOM_WORKFLOW : "kvlab")
                .replace("%7$s", classroom ? CLASSROOM_JOB : "grade");
        return classroom ? text + CLASSROOM_STEP : text;
    }
}
