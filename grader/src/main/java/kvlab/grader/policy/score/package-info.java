/**
 * Computes scores by a policy, in exact decimals, with all intermediate amounts. An undecided test never counts against
 * a submission: the score is then open, a lower bound. Uses {@code kvlab.grader.policy} and {@code
 * kvlab.grader.execute}.
 */
package kvlab.grader.policy.score;
