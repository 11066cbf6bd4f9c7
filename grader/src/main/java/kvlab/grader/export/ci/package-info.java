/**
 * What machines that build and test show of a result: JUnit's XML, and what a job of GitHub Actions tells GitHub. They are for
 * the student who pushed, so tests that students may not see are not in them. Uses {@code kvlab.grader.grade.result},
 * {@code kvlab.grader.report}, and what {@code autograder} writes for GitHub Classroom.
 */
package kvlab.grader.export.ci;
