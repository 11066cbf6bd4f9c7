/**
 * What a submission may use, held against every reference in its class files: an {@link
 * kvlab.grader.rules.AllowList} of classes and members, read from {@code allowed.txt}, and {@link
 * kvlab.grader.rules.Rules}, which look at class files without loading them. Uses {@code kvlab.grader.compile}, and of the
 * harness {@code kvlab.submission}, whose texts are better wherever it knows the trap.
 */
package kvlab.grader.rules;
