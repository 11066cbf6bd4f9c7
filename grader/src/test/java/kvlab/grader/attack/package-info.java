/**
 * Submissions that attack their grader, each graded the whole way beside honest ones. What is tried, and by which row of
 * the list of known attacks, stands in {@code src/test/attacks}.
 */
package kvlab.grader.attack;
