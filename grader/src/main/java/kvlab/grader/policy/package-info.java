/**
 * The assignment as data: what a policy file says. Amounts are exact decimals. Uses nothing of the rest of the grader.
 */
package kvlab.grader.policy;
