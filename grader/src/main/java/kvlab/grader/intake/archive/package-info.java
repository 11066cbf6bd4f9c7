/**
 * Archives: what kind a file is, and the files in it, which are never unpacked onto a disk. Uses only {@code intake.files},
 * commons-compress and commons-io.
 */
package kvlab.grader.intake.archive;
