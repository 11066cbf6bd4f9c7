/**
 * The assignment as data: what a policy file says, and the file read. {@link kvlab.grader.policy.PolicyReader} turns
 * YAML into a {@link kvlab.grader.policy.Policy}, or names everything that is wrong with it, each with line and key.
 * {@code Keys} lists all keys; {@code grader/policies/README.md} explains them, and a test holds the two together.
 * Amounts are exact decimals. Uses nothing of the rest of the grader: what suites there are, it is told.
 */
package kvlab.grader.policy;
