/**
 * The files of a submission, wherever they come from: what a {@link kvlab.grader.intake.files.TreeBuilder} takes, leaves out
 * and refuses, and within which limits. Every other form of upload is read through it, so that all have the same rules.
 * Uses nothing of the rest of the grader.
 */
package kvlab.grader.intake.files;
