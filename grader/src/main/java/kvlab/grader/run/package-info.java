/**
 * Runs lab tests on a submission's classes and says what each came to. {@link kvlab.grader.run.LoadedSubmission} runs them in
 * this process, {@link kvlab.grader.run.SuiteLauncher} too, as JUnit does; {@link kvlab.grader.run.SubmissionRunner} in
 * child processes that may hang, crash or lie: what they report is believed only line by line, and only if they were asked
 * for it. Uses {@code kvlab.grader.build} and {@code kvlab.grader.sandbox}, and of the harness the schedules and suites.
 */
package kvlab.grader.run;
