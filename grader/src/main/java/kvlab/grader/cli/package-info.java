/**
 * The command line, {@code kvlab}: what each command takes, prints and exits with, and nothing that a stage could do. Uses
 * every package of the grader and picocli; of the harness only what a test runner needs, its suites, verdicts and listeners.
 */
package kvlab.grader.cli;
