/**
 * Scores as tables for spreadsheets and gradebooks: a plain CSV table, and tables exported by Canvas and Moodle, filled
 * in. Formulas are escaped; all other cells are preserved. Uses {@code kvlab.grader.grade.result} and {@code
 * kvlab.grader.report}.
 */
package kvlab.grader.export.gradebook;
