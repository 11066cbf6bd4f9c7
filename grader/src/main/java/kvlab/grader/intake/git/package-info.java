/**
 * Git repositories: selects the commit that counts and reads its files with the {@code git} command, from the object
 * store only. Uses only {@code intake.files}.
 */
package kvlab.grader.intake.git;
