/**
 * The record of a schedule in the formats of tools that people know: {@link kvlab.grader.trace.Format} names them. Uses {@code
 * kvlab.record} and {@code kvlab.history}; JSON by Jackson.
 */
package kvlab.grader.trace;
