/**
 * Makes class files of a submission's sources and holds them to the rules, in processes that run nothing of any
 * submission and so can serve one after the other. Uses {@code kvlab.grader.compile}, {@code kvlab.grader.rules},
 * {@code kvlab.grader.intake} and {@code kvlab.grader.sandbox}.
 */
package kvlab.grader.build;
