package kvlab.scenario;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kvlab.cluster.Cluster;
import kvlab.cluster.ExpectationFailed;
import kvlab.diagnostic.Diagnostic;
import kvlab.junit.ScheduleExtension;
import kvlab.net.Traffic;
import kvlab.scenario.CompetingCandidates.Meanwhile;
import kvlab.scenario.RaftGroup.Started;
import kvlab.schedule.LabTest;
import kvlab.schedule.Suite;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Tests a student's Raft without a server: the scenarios start commands and check the commands that each peer delivers.
 */
@ExtendWith(ScheduleExtension.class)
@Suite(
        name = "raft",
        needs = {},
        form = Suite.Form.EXTENDED,
        edition = 2)
public final class RaftTests {
    private static final Duration SHORTLY = Duration.ofMillis(100);
    private static final Duration ONE_SECOND = Duration.ofSeconds(1);
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private static final int WRONG_ENTRIES = 80;
    private static final int WALKS = 4;
    private static final int MAX_RPCS_TO_MEND = 60;
    private static final int MAX_RPCS_TO_ELECT = 60;
    private static final int COUNTED_COMMANDS = 10;
    private static final int MAX_RPCS_IDLE = 60;

    @LabTest(number = 1, title = "initial election (Raft)", servers = 3, needsItsFaults = true)
    void initialElection(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        int leader = cluster.awaitLeader();
        cluster.leaders().expectStillLeads(leader, TWO_SECONDS);
        group.restartAll();
        cluster.awaitLeader();
    }

    @LabTest(number = 2, title = "re-election (Raft)", servers = 3, needsItsFaults = true)
    void reElection(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        int first = cluster.awaitLeader();
        cluster.disconnect(first);
        cluster.awaitLeader();
        cluster.reconnect(first);
        int leader = cluster.awaitLeader();

        cluster.disconnect(leader, leader + 1);
        group.expectNotElected((leader + 2) % 3, group.latestTerm(), TWO_SECONDS, Diagnostic.of("raft.elected-alone"));
        cluster.reconnect(leader + 1);
        cluster.awaitLeader();
        cluster.reconnectAll();
        cluster.awaitLeader();
        new CompetingCandidates(cluster, group).voteOnce(() -> {});
        new CompetingCandidates(cluster, group).lateVotes();
        new CompetingCandidates(cluster, group).requestAgain(Meanwhile.NOTHING);
        new CompetingCandidates(cluster, group).waitAfterVoting();
        new IgnoredCandidate(cluster, group).play();
        new SmallScope(cluster, group).walk(0);
    }

    @LabTest(number = 3, title = "agreement (Raft)", needsItsFaults = true)
    void agreement(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        int leader = cluster.awaitLeader();
        group.agree(group.all());
        group.agree(group.all());

        // Delayed older messages of the leader must not remove an entry from the logs of two followers.
        List<Integer> followers = group.after(leader, 1, 2);
        cluster.sleep(SHORTLY);
        followers.forEach(follower -> cluster.slow(leader, follower, Duration.ofMillis(600)));
        cluster.sleep(SHORTLY.multipliedBy(2));
        cluster.reconnectAll();
        cluster.star(leader, followers);
        group.start(leader);
        cluster.sleep(ONE_SECOND);
        cluster.crash(leader);
        cluster.reconnectAll();
        group.agree(group.allBut(leader));
        cluster.restart(leader);
        group.agree(group.all());
    }

    @LabTest(number = 4, title = "agreement despite disconnected followers (Raft)", needsItsFaults = true)
    void agreementDespiteDisconnectedFollowers(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        int leader = cluster.awaitLeader();
        group.agree(group.all());
        int behind = group.after(leader, 1).get(0);
        cluster.disconnect(behind, behind + 1);
        List<Integer> connected = group.after(leader, 0, 3, 4);
        group.agree(connected);
        group.agree(connected);

        cluster.reconnectAll();
        cluster.star(behind, group.after(leader, 2, 3, 4));
        group.expectNotElected(
                behind, group.latestTerm(), TWO_SECONDS, Diagnostic.of("raft.elected-without-committed-entry"));
        cluster.reconnectAll();
        group.agree(group.all());
        expectToSendWhatWasMissed(cluster, group);
        expectToAgreeBesideASilentServer(cluster, group);
    }

    /** Nothing else is started, so that only the leader's own diligence brings a follower what it missed. */
    private static void expectToSendWhatWasMissed(Cluster cluster, RaftGroup group) {
        int leader = cluster.awaitLeader();
        int absent = group.after(leader, 1 + cluster.random().nextInt(4)).get(0);
        boolean crashes = cluster.random().nextBoolean();
        if (crashes) {
            cluster.crash(absent);
        } else {
            cluster.disconnect(absent);
        }
        Started missed = group.agree(group.allBut(absent));
        cluster.restart(absent);
        cluster.reconnectAll();
        group.expectDelivered(missed, group.all());
    }

    /** A call that is never answered delays no call to another server. */
    private static void expectToAgreeBesideASilentServer(Cluster cluster, RaftGroup group) {
        int silent = group.after(cluster.awaitLeader(), 1).get(0);
        List<Integer> others = group.allBut(silent);
        others.forEach(other -> cluster.stall(silent, other));
        group.agree(others);
        cluster.reconnectAll();
        group.agree(group.all());
    }

    @LabTest(number = 5, title = "no agreement without a majority (Raft)", needsItsFaults = true)
    void noAgreementWithoutAMajority(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        group.agree(group.all());
        int leader = cluster.awaitLeader();
        cluster.disconnect(leader + 1, leader + 2, leader + 3);
        group.start(leader)
                .ifPresent(command -> group.expectNotDelivered(
                        command,
                        TWO_SECONDS,
                        Diagnostic.of("raft.delivered-without-majority").with("connected", group.after(leader, 0, 4))));
        cluster.reconnectAll();
        group.agree(group.all());
        expectToCountOnlyWhatWasSent(cluster, group);
        group.agree(group.all());
        expectNoLeaderOfTwo(cluster, group);
        new BridgedMajority(cluster, group).play();
    }

    /** However often it asks, one vote is one vote. */
    private static void expectNoLeaderOfTwo(Cluster cluster, RaftGroup group) {
        int candidate = (cluster.awaitLeader() + 1) % cluster.size();
        int voter = (candidate + 1) % cluster.size();
        cluster.partition(List.of(List.of(candidate, voter)));
        long term = group.latestTerm();
        group.expectNotElected(candidate, term, ONE_SECOND, Diagnostic.of("raft.elected-by-one-voter"));
        cluster.reconnectAll();
    }

    /** A reply to an earlier message does not acknowledge entries that the leader appended later. */
    private static void expectToCountOnlyWhatWasSent(Cluster cluster, RaftGroup group) {
        int leader = cluster.awaitLeader();
        List<Integer> followers = group.after(leader, 1, 2);
        cluster.star(leader, followers);
        followers.forEach(follower -> cluster.stall(follower, leader));
        group.start(leader);
        cluster.sleep(SHORTLY);
        followers.forEach(follower -> cluster.stall(leader, follower));
        Optional<Started> later = group.start(leader);
        followers.forEach(follower -> cluster.release(follower, leader));
        later.ifPresent(command ->
                group.expectNotDelivered(command, ONE_SECOND, Diagnostic.of("raft.delivered-after-old-replies")));
        cluster.reconnectAll();
    }

    @LabTest(number = 6, title = "rejoin of a partitioned leader (Raft)", needsItsFaults = true)
    void rejoin(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        Rejoin rejoin = new Rejoin(cluster, group);
        rejoin.withAnotherLog();
        rejoin.asACandidate();
        rejoin.toLeadAgain();
        StaleLeader stale = new StaleLeader(cluster, group);
        stale.isHeard();
        stale.isAnswered();
        stale.acceptsACommand();
        new RefusedCandidate(cluster, group).play();
    }

    @LabTest(number = 7, title = "concurrent starts (Raft)", servers = 3, needsItsFaults = true)
    void concurrentStarts(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        for (int round = 0; round < 5; round++) {
            int leader = cluster.awaitLeader();
            List<Started> started = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                group.start(leader).ifPresent(started::add);
                group.all().stream()
                        .filter(server -> server != leader)
                        .forEach(server -> group.start(server).ifPresent(started::add));
            }
            boolean all = started.stream().allMatch(command -> group.awaitDelivery(command, group.all()));
            boolean ledThroughout = started.size() == 5
                    && group.leads(leader)
                    && group.term(leader) == started.get(0).term();
            if (!all && ledThroughout) {
                throw new ExpectationFailed(started.stream()
                        .filter(command -> !group.has(leader, command))
                        .findFirst()
                        .map(command -> command.addTo(Diagnostic.of("raft.concurrent-commands-missing")))
                        .orElse(Diagnostic.of("raft.concurrent-commands-missing-elsewhere"))
                        .with("commands", started.size())
                        .with("leader", leader)
                        .with("seconds", RaftGroup.DELIVERY_TIMEOUT.toSeconds()));
            }
        }
        group.agree(group.all());
    }

    @LabTest(number = 8, title = "fast back-up over wrong logs (Raft)", needsItsFaults = true)
    void fastBackUp(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        group.agree(group.all());
        int first = cluster.awaitLeader();
        List<Integer> wrong = group.after(first, 0, 1);
        List<Integer> others = group.after(first, 2, 3, 4);
        cluster.disconnect(others.get(0), others.get(1), others.get(2));
        group.start(first, WRONG_ENTRIES);
        cluster.sleep(SHORTLY.multipliedBy(3));

        cluster.reconnectAll();
        cluster.disconnect(wrong.get(0), wrong.get(1));
        int second = cluster.awaitLeader();
        group.start(second, WRONG_ENTRIES);
        group.agree(others);

        // The next leader's entries are wrong too: one follower gets them, which is not enough.
        int third = cluster.awaitLeader();
        int fellow = others.get((others.indexOf(third) + 1) % 3);
        int apart = others.get((others.indexOf(third) + 2) % 3);
        cluster.disconnect(apart);
        group.start(third, WRONG_ENTRIES);
        cluster.sleep(SHORTLY.multipliedBy(3));

        cluster.reconnectAll();
        cluster.disconnect(third, fellow);
        List<Integer> rest = List.of(wrong.get(0), wrong.get(1), apart);
        group.agree(rest);
        group.start(cluster.awaitLeader(), WRONG_ENTRIES);
        group.agree(rest);

        expectFewCallsToMendLogs(cluster, group);
    }

    /** The next index must decrease by whole terms (end of §5.3), not entry by entry. */
    private static void expectFewCallsToMendLogs(Cluster cluster, RaftGroup group) {
        Traffic before = cluster.traffic();
        Duration begin = cluster.now();
        cluster.reconnectAll();
        group.agree(group.all());
        long seconds = 1 + cluster.now().minus(begin).toSeconds();
        expectAtMost(
                MAX_RPCS_TO_MEND + seconds * MAX_RPCS_IDLE,
                cluster.traffic().since(before).rpcs(),
                Diagnostic.of("raft.too-many-calls-to-mend-logs")
                        .with("entries", WRONG_ENTRIES)
                        .with("seconds", seconds));
    }

    @LabTest(number = 9, title = "RPC counts (Raft)", servers = 3, needsItsFaults = true)
    void rpcCounts(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        int leader = cluster.awaitLeader();
        expectAtMost(MAX_RPCS_TO_ELECT, cluster.traffic().rpcs(), Diagnostic.of("raft.too-many-calls-to-elect"));

        for (int round = 0; round < 5; round++) {
            leader = cluster.awaitLeader();
            Traffic before = cluster.traffic();
            List<Started> started = new ArrayList<>();
            for (int i = 0; i < COUNTED_COMMANDS; i++) {
                group.start(leader).ifPresent(started::add);
            }
            boolean all = started.stream().allMatch(command -> group.awaitDelivery(command, group.all()));
            if (all && started.size() == COUNTED_COMMANDS) {
                long rpcs = cluster.traffic().since(before).rpcs();
                expectAtMost(
                        (COUNTED_COMMANDS + 4) * 3,
                        rpcs,
                        Diagnostic.of("raft.too-many-calls-to-agree").with("commands", COUNTED_COMMANDS));
                break;
            }
        }
        cluster.sleep(ONE_SECOND);
        Traffic before = cluster.traffic();
        cluster.sleep(ONE_SECOND);
        expectAtMost(MAX_RPCS_IDLE, cluster.traffic().since(before).rpcs(), Diagnostic.of("raft.too-many-calls-idle"));
    }

    private static void expectAtMost(long limit, long rpcs, Diagnostic otherwise) {
        if (rpcs > limit) {
            throw new ExpectationFailed(otherwise.with("limit", limit).with("calls", rpcs));
        }
    }

    @LabTest(number = 10, title = "persistence over crashes (Raft)", servers = 3, needsItsFaults = true)
    void persistence(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        group.agree(group.all());
        group.restartAll();
        group.agree(group.all());
        for (int round = 0; round < 3; round++) {
            int leader = cluster.awaitLeader();
            cluster.crash(leader);
            group.agree(group.allBut(leader));
            cluster.restart(leader);
            group.agree(group.all());

            // What the last server missed must come from one that has crashed since.
            int absent = group.after(cluster.awaitLeader(), 1 + round % 2).get(0);
            cluster.crash(absent);
            group.agree(group.allBut(absent));
            cluster.crash(absent + 1);
            cluster.crash(absent + 2);
            cluster.restart(absent);
            cluster.restart(absent + 1);
            group.agree(group.after(absent, 0, 1));
            cluster.restart(absent + 2);
            group.agree(group.all());
        }
        CompetingCandidates candidates = new CompetingCandidates(cluster, group);
        candidates.voteOnce(candidates::restartVoter);
        candidates.requestAgain(Meanwhile.VOTER_RESTARTS);
        candidates.requestAgain(Meanwhile.CANDIDATE_RESTARTS);
        group.agree(group.all());
        for (int round = 0; round < 4; round++) {
            new PowerFailure(cluster, group).atCommit(round % 2 == 0);
        }
        SmallScope scope = new SmallScope(cluster, group);
        for (int walk = 0; walk < WALKS; walk++) {
            scope.walk(1);
        }
    }

    @LabTest(number = 11, title = "figure 8 (Raft)", needsItsFaults = true)
    void figure8(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        group.agree(group.all());
        new Figure8(cluster, group).play();
        group.agree(group.all());
        new Figure8(cluster, group).playWithANewEntry();
        group.agree(group.all());
        FailingLeaders leaders = new FailingLeaders(cluster, group);
        leaders.crashBeforeCommit();
        leaders.crashAfterFirstMessages();
        leaders.crash();
        group.agree(group.all());
    }

    @LabTest(number = 12, title = "unreliable figure 8 (Raft)", needsItsFaults = true)
    void unreliableFigure8(Cluster cluster) {
        RaftGroup group = new RaftGroup(cluster);
        group.agree(group.all());
        new FailingLeaders(cluster, group).disconnect();
        group.agree(group.all());
    }

    @LabTest(number = 13, title = "churn (Raft)", needsItsFaults = true)
    void churn(Cluster cluster) {
        new Churn(cluster, new RaftGroup(cluster)).play();
    }
}
