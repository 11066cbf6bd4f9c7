/**
 * What the systems that run autograders read: Gradescope's files, and the last lines that Autolab takes from the output.
 * They are shown to the student, so they are made from what the policy lets students see. Uses {@code kvlab.grader.result}
 * and {@code kvlab.grader.report}.
 */
package kvlab.grader.report.autograder;
