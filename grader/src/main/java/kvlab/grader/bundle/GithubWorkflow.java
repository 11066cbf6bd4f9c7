package kvlab.grader.bundle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The workflow that grades on every push.
 *
 * @param kit the repository that has the kit, {@code OWNER/NAME}
 * @param ref its branch, tag or commit
 * @param policy the option that names the policy, from where the kit is checked out to {@code kit}
 * @param branch that submissions are pushed to; empty for any
 * @param options more of them
 */
public record GithubWorkflow(
        String kit, String ref, List<String> policy, Optional<String> branch, List<String> options) {

    private static final String TEXT = """
            # Grades every push%1$s. Made by: ./kvlab export github
            name: kvlab
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
              grade:
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
                      repository: %3$s
                      ref: %4$s
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
                    run: kit/kvlab grade submission --out results --github %5$s
                  - name: Reports
                    if: always()
                    uses: actions/upload-artifact@v6
                    with:
                      name: kvlab
                      path: results/report/junit
            """;

    public GithubWorkflow {
        policy = List.copyOf(policy);
        options = List.copyOf(options);
    }

    /** The file's text. */
    public String render() {
        List<String> more = Stream.concat(policy.stream(), options.stream()).toList();
        return TEXT.replace(
                        "%1$s",
                        branch.map(name -> " to the branch that is handed in").orElse(""))
                .replace(
                        "%2$s",
                        branch.map(name -> "\n    branches: ['" + name.replace("'", "''") + "']")
                                .orElse(""))
                .replace("%3$s", kit)
                .replace("%4$s", ref)
                .replace("%5$s", PackedPolicy.quoted(more));
    }
}
