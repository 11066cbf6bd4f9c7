/**
 * Tables that the staff write: the times of hand-ins, the class's roster, changes to scores. They come from spreadsheets
 * in all their dialects, so {@link kvlab.grader.roster.StaffTable} reads leniently and reports all errors of a table at
 * once. Uses {@code intake} and commons-csv, and nothing else of the grader.
 */
package kvlab.grader.roster;
