/**
 * Result formats of autograding systems: Gradescope's files, the last lines of output for Autolab, and the results for
 * GitHub Classroom and Classroom 50. Students see them, so they contain only what the policy shows to students. Uses
 * {@code kvlab.grader.grade.result} and {@code kvlab.grader.report}.
 */
package kvlab.grader.export.autograder;
