/**
 * Sandboxed processes: a JVM with minimal access and bounded resources, which exchanges lines with its parent.
 * Independent of the code that runs there. Uses {@code kvlab.diagnostic}, and of the machine the JDK and sandboxing
 * programs.
 */
package kvlab.grader.execute.sandbox;
