/**
 * Makes a failed schedule smaller while it still fails in the same way, by running it again with less and less of what can
 * be taken away. The result depends on the submission and the schedule only, not on the machine. Uses {@code
 * kvlab.schedule}, {@code kvlab.reduction}, {@code kvlab.diagnostic}, and {@code kvlab.record}.
 */
package kvlab.shrink;
