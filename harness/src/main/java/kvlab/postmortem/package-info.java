/**
 * Looks into a failed schedule: makes it smaller, runs what is left once more with a record, and explains it. Uses {@code
 * kvlab.schedule}, {@code kvlab.shrink}, {@code kvlab.explain}, and {@code kvlab.record}.
 */
package kvlab.postmortem;
