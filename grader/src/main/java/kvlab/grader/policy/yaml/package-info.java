/**
 * Policy files read. {@link kvlab.grader.policy.yaml.PolicyReader} turns YAML into a {@link kvlab.grader.policy.Policy}, or names
 * everything that is wrong with it, each with line and key. {@code Keys} lists all keys; {@code grader/policies/README.md}
 * explains them, and a test holds the two together. Uses
 * {@code kvlab.grader.policy}; the suites that a file may name are given to it.
 */
package kvlab.grader.policy.yaml;
