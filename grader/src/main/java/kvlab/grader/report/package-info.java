/**
 * What people and other programs are shown. Every report is made from results as they are kept, {@code kvlab.grader.grade.result},
 * and from nothing else, and escapes what came from a submission. Uses of the stages of grading only the values that results are made of.
 */
package kvlab.grader.report;
