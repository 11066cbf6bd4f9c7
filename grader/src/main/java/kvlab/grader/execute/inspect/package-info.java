/**
 * What a submission's reports tell beside its verdicts: how much of it the tests run (JaCoCo), and what makes it hard to read
 * (Checkstyle). Values and the two measurements; the process that they are made in is {@code execute}'s. Uses
 * {@code kvlab.grader.intake}'s source files.
 */
package kvlab.grader.execute.inspect;
