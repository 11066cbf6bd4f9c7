package kvlab.cluster;

import java.time.Duration;
import kvlab.history.Operation;

/**
 * A client's call that a server has received and not answered.
 *
 * @param client its displayed name
 * @param receivedAt virtual time since the cluster started
 */
public record UnansweredCall(int server, String client, Operation operation, Duration receivedAt) {}
