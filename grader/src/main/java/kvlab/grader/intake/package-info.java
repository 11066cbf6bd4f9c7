/**
 * Reads uploads into submissions. Directories, git repositories, archives and single files all become a {@link
 * kvlab.grader.intake.files.FileTree}, independent of the form of the upload. Archives are read in memory, no code of a
 * submission runs, and every defect of an upload is reported as a value. What libraries and programs parse is an {@link
 * kvlab.grader.intake.OpenJob}, which grading does in another process.
 *
 * <p>The entry point is {@link kvlab.grader.intake.Intake}; {@link kvlab.grader.intake.Layout} says what a path
 * is taken for, and {@link kvlab.grader.intake.ClassFolder} parses the exports of collecting systems. Uses {@code intake.git} and {@code intake.archive}, which both use {@code intake.files}, and
 * snakeyaml-engine, and nothing else of the grader.
 */
package kvlab.grader.intake;
