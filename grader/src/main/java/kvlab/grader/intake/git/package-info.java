/**
 * Repositories: which commit counts, and the files in it, read by the {@code git} command from the objects alone. Uses only
 * {@code intake.files}.
 */
package kvlab.grader.intake.git;
