package kvlab.scenario;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kvlab.cluster.Client;
import kvlab.cluster.ClientTasks;
import kvlab.cluster.Cluster;

/**
 * Operations through a re-election: a leader is cut off while it handles calls, another one is elected and goes on, and the
 * old one, which does not know, is asked for what has changed since, while it is cut off and after it is back.
 */
final class ReElection {
    /** Longer than a call takes on a reliable network: to the leader, from there to followers and back. */
    private static final Duration AGREEMENT = Duration.ofMillis(45);

    /** Longer than a message takes to its server, or twice as long as one takes between two. */
    private static final Duration ARRIVAL = Duration.ofMillis(20);

    private static final Duration TWO_HEARTBEATS = Duration.ofMillis(200);
    private static final Duration HALF_A_SECOND = Duration.ofMillis(500);
    private static final Duration FIVE_SECONDS = Duration.ofSeconds(5);
    private static final Duration TWO_CALLS = Client.CALL_LIMIT.multipliedBy(2).plusSeconds(1);

    private final Cluster cluster;
    private final Choices choices;
    private final CoreCalls calls;
    private final String key;
    private final String otherKey;

    ReElection(Cluster cluster) {
        this.cluster = cluster;
        choices = new Choices(cluster, "re-election");
        calls = new CoreCalls(cluster);
        key = cluster.data().key(0);
        otherKey = cluster.data().key(1);
    }

    void play() {
        Client client = cluster.client();
        Client bystander = cluster.client();
        Client other = cluster.client();
        int first = cluster.awaitLeader();
        String a = cluster.data().value();
        calls.put(client.startingAt(first), key, a);
        boolean quiet = choices.percent(25); // nothing else tells the followers that it is committed
        cluster.sleep(choices.upTo(quiet ? ARRIVAL : TWO_HEARTBEATS));

        boolean heldBack = !quiet && choices.percent(40);
        if (quiet) {
            cluster.disconnect(first);
        }
        ClientTasks underWay = cluster.begin(List.of(bystander.startingAt(first)), each -> {
            if (heldBack) {
                each.get(key);
            } else {
                each.append(otherKey, cluster.data().value());
                each.get(otherKey);
            }
        });
        if (heldBack) {
            cutOffHoldingBackReplies(first);
        } else if (!quiet) {
            cluster.sleep(choices.upTo(AGREEMENT));
            cluster.disconnect(first);
        }
        boolean atOnce = heldBack || choices.percent(50);
        int second = atOnce ? cluster.leaders().awaitSuccessor(first) : cluster.awaitLeader();

        Client writer = choices.percent(60) ? other : client;
        String b = cluster.data().value();
        if (quiet || !heldBack && !choices.percent(40)) { // the first command of its term
            calls.expect(a, client.startingAt(second), key);
        }
        calls.append(writer.startingAt(second), key, b);
        List<Client> readers = cluster.clients(2, first);
        ClientTasks asking = cluster.begin(readers, each -> each.get(key)); // of the old leader, which is still cut off
        calls.expect(a + b, client.startingAt(second), key);
        Optional<ClientTasks> writing = Optional.empty();
        if (!heldBack && choices.percent(70)) {
            writing = Optional.of(writeAtBoth(first, second, writer));
        }
        cluster.sleep(ARRIVAL);
        ClientTasks askingAgain = cluster.begin(cluster.clients(1, first), each -> each.get(key));
        reconnect(first, heldBack);
        awaitNextLeader(second);
        writing.ifPresent(tasks -> tasks.await(TWO_CALLS));
        goOn(first, client.startingAt(second));
        underWay.await(TWO_CALLS);
        asking.await(TWO_CALLS);
        askingAgain.await(TWO_CALLS);
        cluster.leaders().atTheEnd(choices.percent(6) ? cluster.size() : 0);
    }

    /** Cuts off a leader that waits for replies: they have been sent, and will arrive when it is back. */
    private void cutOffHoldingBackReplies(int leader) {
        for (int i = 1; i < cluster.size(); i++) {
            cluster.stall(leader + i, leader);
        }
        cluster.sleep(AGREEMENT);
        cluster.disconnect(leader);
    }

    private void reconnect(int first, boolean heldBack) {
        cluster.reconnect(first);
        for (int i = 1; i < cluster.size() && heldBack; i++) {
            cluster.release(first + i, first);
        }
    }

    /**
     * Writes the same at the new leader, several times, and at the old one, which has it at an index at which the new one
     * has an equal command of another client, or an earlier one of the same client.
     */
    private ClientTasks writeAtBoth(int first, int second, Client writer) {
        calls.leaveUncertain(key);
        String same = cluster.data().value();
        boolean alike = choices.percent(70);
        for (int times = choices.from(2, 4); times > 0; times--) {
            calls.append(
                    writer.startingAt(second),
                    key,
                    alike ? same : cluster.data().value());
        }
        List<Client> atTheOld = List.of(writer, cluster.client(), cluster.client());
        atTheOld.forEach(each -> each.startingAt(first));
        return cluster.begin(atTheOld, each -> {
            if (each == atTheOld.get(2)) {
                each.get(otherKey);
            } else {
                each.append(key, alike ? same : cluster.data().value());
            }
        });
    }

    /** The old leader is back, and the new one goes on. A student's Raft may elect another one once more. */
    private void awaitNextLeader(int second) {
        int next = cluster.awaitLeader();
        Duration time = choices.percent(75) ? HALF_A_SECOND : FIVE_SECONDS;
        if (cluster.hasProvidedRaft() && next == second) {
            cluster.leaders().expectStillLeads(second, time);
        } else {
            cluster.sleep(time);
            cluster.awaitLeader();
        }
    }

    private void goOn(int first, Client client) {
        if (choices.percent(25)) {
            cluster.leaders().letLead(first);
            cluster.reconnectAll();
            cluster.awaitLeader();
            client.startingAt(first);
        }
        String before = calls.get(client, key);
        String c = cluster.data().value();
        calls.append(client, key, c);
        calls.expect(before + c, client, key);
    }
}
