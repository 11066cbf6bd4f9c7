/**
 * Processes that are shut in: a JVM of its own with nothing to reach and little to use, told and heard in lines. Knows
 * nothing of what runs there. Uses {@code kvlab.diagnostic}, and of the machine the JDK and some programs.
 */
package kvlab.grader.execute.sandbox;
