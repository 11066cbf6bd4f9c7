/**
 * Checks submissions and runs lab tests on their classes. {@link kvlab.grader.execute.SubmissionRunner} runs them in
 * child processes that may hang, crash or lie, so every line of a report is validated. The processes that open uploads,
 * {@link kvlab.grader.execute.IntakeProcesses}, and check sources, {@link kvlab.grader.execute.CheckProcesses}, run no code
 * of submissions, so they are reused. Uses {@code kvlab.grader.intake}, {@code kvlab.grader.check}, {@code
 * execute.sandbox}, {@code execute.inspect} and {@code kvlab.grader.picture}, and of the harness the schedules, suites and
 * postmortems.
 */
package kvlab.grader.execute;
