/**
 * From an upload to the texts of its submission. Directories, git repositories, archives and single files all become one
 * value, a {@link kvlab.grader.intake.files.FileTree}; from there on nothing knows where it came from. Nothing is unpacked
 * onto a disk, nothing that came with a submission runs, and whatever is wrong with one is a value that says so.
 *
 * <p>The way in is {@link kvlab.grader.intake.Intake}; {@link kvlab.grader.intake.ClassFolder} knows how the systems
 * that collect submissions name what they export. Uses {@code intake.git}, {@code intake.archive}, both upon
 * {@code intake.files}, and snakeyaml-engine, and nothing of the rest of the grader.
 */
package kvlab.grader.intake;
