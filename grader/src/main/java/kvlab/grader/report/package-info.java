/**
 * Reports for people and other programs. Every report is generated only from stored results, {@code
 * kvlab.grader.grade.result}, and escapes text that came from a submission. Of the stages of grading, it uses only the
 * values that results contain.
 */
package kvlab.grader.report;
