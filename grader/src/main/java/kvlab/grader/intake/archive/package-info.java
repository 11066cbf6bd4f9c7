/**
 * Archives: detection of the format, and reading of the entries in memory. Uses only {@code intake.files},
 * commons-compress and commons-io.
 */
package kvlab.grader.intake.archive;
