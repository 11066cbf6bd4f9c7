/**
 * The simulated network between servers and clients, and its faults: latency, loss, duplication, reordering, cut-off
 * servers, partitions, servers that are down. Counts its traffic. Independent of the content of messages. Uses {@code
 * kvlab.record}, {@code kvlab.sim} and {@code kvlab.reduction}.
 */
package kvlab.net;
