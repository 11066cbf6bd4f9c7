/**
 * The files of a submission. A {@link kvlab.grader.intake.files.TreeBuilder} decides which are read, ignored and
 * refused, and enforces the limits. All forms of upload are read through it, so the same rules apply to all. Uses
 * nothing of the rest of the grader.
 */
package kvlab.grader.intake.files;
