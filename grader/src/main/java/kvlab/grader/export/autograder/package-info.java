/**
 * What the systems that run autograders read: Gradescope's files, the last lines that Autolab takes from the output, and the
 * results of GitHub Classroom and of Classroom 50. They are shown to the student, so they are made from what the policy lets
 * students see. Uses {@code kvlab.grader.grade.result} and {@code kvlab.grader.report}.
 */
package kvlab.grader.export.autograder;
