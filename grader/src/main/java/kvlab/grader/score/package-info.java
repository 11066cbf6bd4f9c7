/**
 * The assignment as data, and what an outcome is worth by it. Points are exact decimals. Uses {@code kvlab.grader.run}.
 */
package kvlab.grader.score;
