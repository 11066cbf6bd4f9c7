/**
 * Tables that the staff write: the class's roster and the times of hand-ins. They come from spreadsheets
 * in all their dialects, so {@link kvlab.grader.roster.StaffTable} reads leniently and reports all errors of a table at
 * once. Uses {@code intake} and commons-csv, and nothing else of the grader.
 */
package kvlab.grader.roster;
