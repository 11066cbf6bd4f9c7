/**
 * What people and other programs are shown: the table on the console, and one JSON file for each submission. Uses
 * {@code kvlab.grader.score}.
 */
package kvlab.grader.report;
