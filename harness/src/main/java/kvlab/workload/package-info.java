/**
 * The keys and values of a schedule, drawn from its seed as someone would write them who looks for bugs: {@link
 * kvlab.workload.Data}. Every string is allowed by the contract; the difficult ones are those that a store confuses with
 * another. Uses {@code kvlab.sim} for its randomness.
 */
package kvlab.workload;
