/**
 * Pages for a browser: one for the class with names and one without, and of each submission one for its student and one
 * for the TA. Each is a single file that loads nothing and runs nothing. The records here say what stands on a page, in
 * order; the templates in {@code src/main/jte} say what it looks like. Uses {@code kvlab.grader.grade.result} and
 * {@code kvlab.grader.report}.
 */
package kvlab.grader.report.html;
