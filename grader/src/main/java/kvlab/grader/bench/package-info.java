/**
 * Benchmarks of the kit on this machine. Uses {@code kvlab.grader.execute} for measurements in this process, and the
 * launcher script for those of whole commands.
 */
package kvlab.grader.bench;
