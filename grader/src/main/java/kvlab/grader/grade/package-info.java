/**
 * Takes submissions through all stages, singly or in batches: selects the upload that counts, applies the policy, and
 * reuses results of earlier runs. Uses every stage from {@code intake} to {@code result}.
 */
package kvlab.grader.grade;
