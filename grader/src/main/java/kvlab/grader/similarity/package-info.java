/**
 * How alike submissions are, as JPlag finds it: a program of its own, which whoever runs this has to get. Uses sources as
 * {@code intake} gives them.
 */
package kvlab.grader.similarity;
