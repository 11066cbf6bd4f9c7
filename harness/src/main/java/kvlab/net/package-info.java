/**
 * The fabric through which servers and clients exchange messages, and all that can go wrong with it: latency, loss,
 * duplication, reordering, cut-off servers, partitions, servers that are down. Counts what it carries. Uses {@code
 * kvlab.sim}; knows nothing of what the messages mean.
 */
package kvlab.net;
