/**
 * From source texts to classes, all in memory. Student code sees {@code kvlab.api} and the JDK when it is compiled,
 * and the same when it is loaded. Uses {@code kvlab.grader.intake}.
 */
package kvlab.grader.compile;
