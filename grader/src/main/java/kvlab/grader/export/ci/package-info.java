/**
 * Result formats of CI systems: JUnit's XML, and the summary, annotations and outputs of a job of GitHub Actions.
 * Students see them, so tests hidden from students are left out. Uses {@code kvlab.grader.grade.result}, {@code
 * kvlab.grader.report}, the places of diagnostics, and the result for GitHub Classroom in {@code autograder}.
 */
package kvlab.grader.export.ci;
