/**
 * Processes that are shut in: a JVM of its own with nothing to reach and little to use, told and heard in lines. Knows
 * nothing of what runs there. Uses nothing but the JDK and the programs of the machine.
 */
package kvlab.grader.execute.sandbox;
