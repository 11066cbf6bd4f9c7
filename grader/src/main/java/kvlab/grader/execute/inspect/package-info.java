/**
 * Coverage (JaCoCo) and style (Checkstyle) of a submission: the values and the two measurements. The process that they
 * run in is in {@code execute}. Uses {@code kvlab.grader.intake}'s source files.
 */
package kvlab.grader.execute.inspect;
