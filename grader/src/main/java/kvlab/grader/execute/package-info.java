/**
 * Checks submissions and runs lab tests on their classes, and says what each came to. {@link
 * kvlab.grader.execute.SubmissionRunner} does it in child processes that may hang, crash or lie: what they report is believed
 * only line by line, and only if they were asked for it. The processes that check sources run nothing of any submission and
 * so can serve one after the other. Uses {@code kvlab.grader.check}, {@code execute.sandbox} and {@code execute.inspect}, and of
 * the harness the schedules and suites.
 */
package kvlab.grader.execute;
