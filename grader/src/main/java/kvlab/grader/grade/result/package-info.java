/**
 * A submission's result as it is kept: one JSON file each, which holds all that any report says, so that reports can be
 * made again without grading again, on another machine too. Uses {@code score} and the stages before it.
 */
package kvlab.grader.grade.result;
