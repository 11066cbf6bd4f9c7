/**
 * Scores as tables that spreadsheets and gradebooks read: a plain one, and the ones that Canvas and Moodle have exported,
 * filled in. No cell is a formula to a spreadsheet; else what came stays as it was. Uses {@code kvlab.grader.grade.result} and
 * {@code kvlab.grader.report}.
 */
package kvlab.grader.export.gradebook;
