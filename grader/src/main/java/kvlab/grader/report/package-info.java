/**
 * What people and other programs are shown. Every report is made from results as they are kept, {@code kvlab.grader.result},
 * and from nothing else, and escapes what came from a submission. Uses no stage of grading.
 */
package kvlab.grader.report;
