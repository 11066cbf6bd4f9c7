package kvlab.grader.bench;

/**
 * One measured figure.
 *
 * @param what the measured quantity
 * @param command the command that reproduces it
 * @param measured the value with its unit
 * @param target the target in words
 * @param met whether the target is met
 */
public record Figure(String what, String command, String measured, String target, boolean met) {}
