package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import kvlab.cluster.Cluster;

/**
 * Figure 8 of the paper, step by step: an entry of an earlier term is on a majority, and yet is not committed, since a
 * server that does not have it can still be elected. Servers have the numbers of the figure here.
 */
final class Figure8 {
    private static final Duration ELECTION_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REPLICATION_TIMEOUT = Duration.ofMillis(300);

    private static final Duration ROUND_TRIP = Duration.ofMillis(30);

    private final Cluster cluster;
    private final RaftGroup group;
    private final int s1;
    private final int s2;
    private final int s3;
    private final int s4;
    private final int s5;

    /** The current leader is the figure's S1. */
    Figure8(Cluster cluster, RaftGroup group) {
        this.cluster = cluster;
        this.group = group;
        s1 = cluster.awaitLeader();
        s2 = (s1 + 1) % cluster.size();
        s3 = (s1 + 2) % cluster.size();
        s4 = (s1 + 3) % cluster.size();
        s5 = (s1 + 4) % cluster.size();
    }

    /** Runs as long as elections have the figure's outcome, which no Raft guarantees. */
    void play() {
        play(this::c);
    }

    /**
     * As the figure, but S1 has appended an entry of its new term, too, when a majority acknowledges the old one.
     *
     * @return whether all elections had the figure's outcome
     */
    boolean playWithANewEntry() {
        return play(this::cWithANewEntry);
    }

    private boolean play(BooleanSupplier c) {
        a();
        boolean played = b() && c.getAsBoolean() && d();
        cluster.reconnectAll();
        group.all().forEach(cluster::restart);
        return played;
    }

    /** S1 replicates an entry to S2 only. */
    private void a() {
        cluster.star(s1, List.of(s2));
        group.start(s1);
        cluster.sleep(REPLICATION_TIMEOUT);
        cluster.crash(s1);
    }

    /** S5 is elected by S3 and S4, and appends an entry that it does not replicate. */
    private boolean b() {
        if (!group.elect(s5, List.of(s3, s4), ELECTION_TIMEOUT)) {
            return false;
        }
        cluster.star(s5, List.of());
        group.start(s5);
        cluster.crash(s5);
        return true;
    }

    /** S1 returns, is elected, and replicates its old entry to S3 too: now a majority has it. */
    private boolean c() {
        cluster.restart(s1);
        boolean elected = group.elect(s1, List.of(s2, s3), ELECTION_TIMEOUT);
        cluster.sleep(REPLICATION_TIMEOUT);
        cluster.crash(s1);
        cluster.restart(s5);
        return elected;
    }

    /** What S1 appends in its new term reaches none of those that get its old entry, whose replies arrive afterwards. */
    private boolean cWithANewEntry() {
        cluster.restart(s1);
        List<Integer> voters = List.of(s2, s3, s4);
        cluster.star(s1, voters);
        boolean elected = group.awaitExactly(ELECTION_TIMEOUT, () -> group.leads(s1));
        if (elected) {
            voters.forEach(voter -> cluster.stall(voter, s1));
            cluster.sleep(ROUND_TRIP);
            // They say that they lack entries; now they get them.
            voters.forEach(voter -> cluster.release(voter, s1));
            cluster.sleep(Duration.ofNanos(1));
            voters.forEach(voter -> cluster.stall(voter, s1));
            cluster.sleep(ROUND_TRIP);
            cluster.links().cutOneWay(List.of(s1), voters);
            group.start(s1);
            voters.forEach(voter -> cluster.release(voter, s1));
            cluster.sleep(ROUND_TRIP);
        }
        cluster.crash(s1);
        cluster.reconnectAll();
        cluster.restart(s5);
        return elected;
    }

    /** S5 can still be elected, by S2, S3 and S4, and its entry then overwrites the other. */
    private boolean d() {
        boolean elected = group.elect(s5, List.of(s2, s3, s4), ELECTION_TIMEOUT);
        if (elected) {
            group.start(s5);
            cluster.sleep(REPLICATION_TIMEOUT);
        }
        return elected;
    }
}
