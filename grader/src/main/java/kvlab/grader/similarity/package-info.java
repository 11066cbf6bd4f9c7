/**
 * The similarity of submissions, computed by JPlag, a separate program that is not part of the kit. Uses the sources
 * from {@code intake}.
 */
package kvlab.grader.similarity;
