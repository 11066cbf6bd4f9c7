package kvlab.cluster;

import java.time.Duration;
import kvlab.history.Operation;

/**
 * A client's call that a server has received and not answered.
 *
 * @param receivedAt virtual time since the cluster started
 */
public record UnansweredCall(int server, long client, Operation operation, Duration receivedAt) {}
