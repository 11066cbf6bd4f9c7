/**
 * Tables that the staff write: the class's roster, the times of hand-ins, changes to scores. They come from spreadsheets
 * in all their dialects, so {@link kvlab.grader.roster.StaffTable} reads leniently and reports all errors of a table at
 * once. Uses {@code intake}, {@code grade.result} and commons-csv, and nothing else of the grader.
 */
package kvlab.grader.roster;
