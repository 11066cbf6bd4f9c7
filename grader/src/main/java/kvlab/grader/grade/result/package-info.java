/**
 * The stored result of a submission: one JSON file with everything that the reports need, so that they can be generated
 * later, also on another machine. Uses {@code score} and the stages before it.
 */
package kvlab.grader.grade.result;
