package kvlab.grader.bench;

/**
 * One measured figure.
 *
 * @param what is measured
 * @param command that shows it
 * @param measured with its unit
 * @param target in words
 * @param met whether it is reached
 */
public record Figure(String what, String command, String measured, String target, boolean met) {}
