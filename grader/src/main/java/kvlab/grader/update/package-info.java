/**
 * A student's kit takes over the files of a mended one, and keeps the student's. What is done with each file is decided before
 * anything is written. Uses {@code intake.files}, {@code intake.restricted}, Commons Compress to read kits in archives, and
 * Commons IO.
 */
package kvlab.grader.update;
