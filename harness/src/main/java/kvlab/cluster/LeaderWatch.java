package kvlab.cluster;

import java.time.Duration;
import java.util.OptionalInt;
import java.util.function.IntPredicate;
import kvlab.api.RaftState;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;

/**
 * Waits for a stable leader: for one heartbeat interval, it leads the latest term among the servers that it can reach,
 * and all of them know that term. A new leader may be deposed at once by a server whose election timer expired before
 * it received the first heartbeat.
 */
final class LeaderWatch {
    private static final Duration CHECK_INTERVAL = Duration.ofMillis(10);
    private static final Duration STANDS_AFTER = Duration.ofMillis(100);

    private final Scope scope;
    private final Server[] servers;
    private final IntPredicate isReachable;

    private int leader = -1;
    private long term;
    private Duration since = Duration.ZERO;

    LeaderWatch(Scope scope, Server[] servers, IntPredicate isReachable) {
        this.scope = scope;
        this.servers = servers;
        this.isReachable = isReachable;
    }

    /** Suspends the calling coroutine until there is a stable leader, up to a time limit. */
    OptionalInt await(Duration limit) {
        SimPromise<Integer> found = new SimPromise<>(scope);
        check(found, scope.simulation().now().plus(limit));
        int result = found.await();
        return result < 0 ? OptionalInt.empty() : OptionalInt.of(result);
    }

    private void check(SimPromise<Integer> found, Duration end) {
        Duration now = scope.simulation().now();
        int standing = standing();
        if (standing < 0) {
            leader = -1;
        } else if (standing != leader || servers[standing].raftState().term() != term) {
            leader = standing;
            term = servers[standing].raftState().term();
            since = now;
        } else if (now.minus(STANDS_AFTER).compareTo(since) >= 0) {
            found.complete(leader);
            return;
        }
        if (now.compareTo(end) >= 0) {
            found.complete(-1);
        } else {
            scope.after(CHECK_INTERVAL.toNanos(), () -> check(found, end));
        }
    }

    /** The server that leads the term that all reachable servers are in; -1 if there is none. */
    int standing() {
        int candidate = -1;
        long commonTerm = -1;
        for (int server = 0; server < servers.length; server++) {
            if (!isReachable.test(server)) {
                continue;
            }
            RaftState state = servers[server].raftState();
            if (commonTerm >= 0 && state.term() != commonTerm) {
                return -1;
            }
            commonTerm = state.term();
            if (state.leader()) {
                candidate = server;
            }
        }
        return candidate;
    }
}
