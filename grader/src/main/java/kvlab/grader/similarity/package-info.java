/**
 * How alike submissions are, as JPlag finds it: a program of its own, which is not part of the kit. Uses sources as
 * {@code intake} gives them.
 */
package kvlab.grader.similarity;
