/**
 * Policy files: {@link kvlab.grader.policy.yaml.PolicyFiles} finds them, and {@link kvlab.grader.policy.yaml.PolicyReader} turns
 * YAML into a {@link kvlab.grader.policy.Policy}, or names everything that is wrong with it, each with line and key. {@code Keys}
 * lists all keys; {@code grader/policies/README.md} explains them, and a test holds the two together. Uses
 * {@code kvlab.grader.policy}, and the suites of {@code kvlab.grader.execute} that a file may name.
 */
package kvlab.grader.policy.yaml;
