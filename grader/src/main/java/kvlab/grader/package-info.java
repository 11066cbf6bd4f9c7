/**
 * The command line, {@code kvlab}: what each command takes, prints and exits with. The arrows of the packages below
 * point one way: {@code intake <- compile <- rules <- run <- score <- report}, with {@code restricted} between the first
 * two. What is asked and what it is worth is a {@code policy}, which uses none of them; {@code score} and {@code report} go
 * by it. This package uses them all, {@code bench} for measurements and {@code corpus} for the proof that the tests bite.
 * Of the harness only what a test runner needs is used: its suites, verdicts and listeners; by {@code corpus}, which runs
 * single schedules, also its worlds.
 */
package kvlab.grader;
