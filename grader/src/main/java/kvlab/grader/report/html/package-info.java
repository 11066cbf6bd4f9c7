/**
 * Pages for a browser: one for the class with names and one without, and of each submission one for its student and one
 * for the TA. Each is a single file that loads nothing. Only the staff's page of the class has a script, which searches, filters
 * and sorts its table; the page is whole without it; and the picture of a failure, a file of its own, runs its script. The
 * records here are the content of a page, in order; the templates in {@code src/main/jte} are its layout. Uses {@code
 * kvlab.grader.grade.result}, {@code kvlab.grader.picture} and {@code kvlab.grader.report}.
 */
package kvlab.grader.report.html;
