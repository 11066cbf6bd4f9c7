/**
 * What an outcome and its tests are worth by a policy, in exact decimals, with the way each number came about. What the kit
 * could not decide is never held against a submission: the score is then open, and says what it is at least. Uses
 * {@code kvlab.grader.policy} and {@code kvlab.grader.execute}.
 */
package kvlab.grader.policy.score;
