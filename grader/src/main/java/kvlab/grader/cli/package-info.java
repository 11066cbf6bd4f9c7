/**
 * The command line, {@code kvlab}: arguments, output and exit codes of the commands, without logic of the stages. Uses
 * every package of the grader and picocli; of the harness only what a test runner needs, its suites, verdicts and
 * listeners.
 */
package kvlab.grader.cli;
