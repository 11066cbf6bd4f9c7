/**
 * The stored result of a submission: one JSON file with everything that the reports need, so that they can be generated
 * later, also on another machine; and perhaps another file with the picture of its failure. Uses {@code score} and the stages
 * before it, and {@code picture}.
 */
package kvlab.grader.grade.result;
