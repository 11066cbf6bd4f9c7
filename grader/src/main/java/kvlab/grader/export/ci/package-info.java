/**
 * What machines that build and test show of a result: JUnit's XML, and GitHub's summaries and annotations. They are for
 * the student who pushed, so tests that students may not see are not in them. Uses {@code kvlab.grader.grade.result} and
 * {@code kvlab.grader.report}.
 */
package kvlab.grader.export.ci;
