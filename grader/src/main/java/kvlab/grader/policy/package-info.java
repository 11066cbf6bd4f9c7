/**
 * The contents of a policy file as values. Amounts are exact decimals. Suites and names of the Java library are values
 * of {@code kvlab.grader.execute} and {@code kvlab.grader.check}, which it uses.
 */
package kvlab.grader.policy;
