package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;

/** A leader among five servers that has been replaced, and does not know it, or learns it at an awkward moment. */
final class StaleLeader {
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);
    private static final Duration A_FEW_ELECTIONS = Duration.ofSeconds(3);
    private static final Duration A_HEARTBEAT = Duration.ofMillis(20);
    private static final Duration A_MOMENT = Duration.ofMillis(1);

    private final Cluster cluster;
    private final RaftGroup group;

    StaleLeader(Cluster cluster, RaftGroup group) {
        this.cluster = cluster;
        this.group = group;
    }

    /** The others refuse its heartbeats, but it does not hear that. They must elect a leader when theirs crashes. */
    void isHeard() {
        int stale = cluster.awaitLeader();
        cluster.disconnect(stale);
        group.agree(group.allBut(stale));
        int leader = cluster.awaitLeader();
        cluster.links().deafen(stale);
        cluster.reconnect(stale);
        cluster.crash(leader);
        List<Integer> rest = group.allBut(stale, leader);
        long term = group.latestTerm(rest);
        if (!group.await(Cluster.LEADER_TIMEOUT, () -> group.anyLeads(rest, term))) {
            throw new ExpectationFailed(Diagnostic.of("raft.no-leader-beside-stale-one")
                    .with("servers", rest)
                    .with("seconds", Cluster.LEADER_TIMEOUT.toSeconds())
                    .with("stale", stale));
        }
        cluster.restart(leader);
        cluster.reconnectAll();
        group.agree(group.all());
    }

    /**
     * It learns the later term only from replies to its own calls, since it does not hear the new leader.
     *
     * @return whether it still led when they could arrive
     */
    boolean isAnswered() {
        int stale = cluster.awaitLeader();
        cluster.disconnect(stale);
        group.agree(group.allBut(stale));
        int leader = cluster.awaitLeader();
        long term = group.term(stale);
        boolean leads = group.leads(stale) && group.term(leader) > term;
        if (leads) {
            cluster.links().cutOneWay(List.of(stale), List.of(leader));
            cluster.links().cutOneWay(List.of(leader), List.of(stale));
            cluster.reconnect(stale);
            group.start(stale);
            if (!group.await(TWO_SECONDS, () -> !group.leads(stale) || group.term(stale) > term)) {
                throw new ExpectationFailed(Diagnostic.of("raft.ignores-later-term")
                        .with("server", stale)
                        .with("term", term)
                        .with("later", group.term(leader))
                        .with("seconds", TWO_SECONDS.toSeconds()));
            }
        }
        cluster.reconnectAll();
        group.agree(group.all());
        return leads;
    }

    /**
     * A command is started on it just before the request for votes of its successor arrives.
     *
     * @return whether it still led then
     */
    boolean acceptsACommand() {
        int stale = cluster.awaitLeader();
        List<Integer> others = group.allBut(stale);
        long term = group.term(stale);
        others.forEach(other -> cluster.stall(other, stale));
        cluster.links().cutOneWay(List.of(stale), others);
        boolean leads = group.await(A_FEW_ELECTIONS, () -> group.anyLeads(others, term)) && group.leads(stale);
        if (leads) {
            int rival = others.stream().filter(group::leads).findFirst().orElseThrow();
            cluster.sleep(A_HEARTBEAT);
            group.start(stale);
            cluster.release(rival, stale);
            cluster.sleep(A_MOMENT);
            cluster.disconnect(stale);
            group.agree(others);
        }
        cluster.reconnectAll();
        group.agree(group.all());
        return leads;
    }
}
