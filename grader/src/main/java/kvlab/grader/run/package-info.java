/**
 * Runs a suite over a submission's classes and says what each test came to. {@link kvlab.grader.run.SuiteLauncher}
 * runs it in this process; {@link kvlab.grader.run.SubmissionRunner} in child processes that may hang, crash or lie:
 * what they report is believed only line by line, and only if they were asked for it. Uses
 * {@code kvlab.grader.compile}, {@code kvlab.grader.rules} and {@code kvlab.grader.intake}.
 */
package kvlab.grader.run;
