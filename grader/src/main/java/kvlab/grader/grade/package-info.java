/**
 * The way of submissions through all stages, one and many: which upload counts, what the policy makes of it, and which
 * results are kept from an earlier run. Uses every stage from {@code intake} to {@code result}.
 */
package kvlab.grader.grade;
