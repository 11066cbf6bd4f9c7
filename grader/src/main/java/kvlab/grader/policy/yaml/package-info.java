/**
 * Policy files: {@link kvlab.grader.policy.yaml.PolicyFiles} finds them, and {@link
 * kvlab.grader.policy.yaml.PolicyReader} turns YAML into a {@link kvlab.grader.policy.Policy}, or reports all problems
 * with line and key. {@code Keys} lists all keys; {@code grader/policies/README.md} explains them, and a test checks
 * that the two agree. Uses {@code kvlab.grader.policy}, and the suites of {@code kvlab.grader.execute} that a file may
 * name.
 */
package kvlab.grader.policy.yaml;
