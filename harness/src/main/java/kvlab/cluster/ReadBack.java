package kvlab.cluster;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kvlab.api.GetResult;
import kvlab.api.Status;
import kvlab.sim.SimPromise;

/**
 * Reads every key from servers, so that each value that a get can return enters the history. Each server has its
 * own client; the clients work concurrently, without coroutines.
 */
final class ReadBack {
    private final List<String> keys;
    private final SimPromise<Boolean> done;
    private final Set<String> answered = new HashSet<>();
    private int asking;

    private ReadBack(List<String> keys, SimPromise<Boolean> done) {
        this.keys = keys;
        this.done = done;
    }

    /**
     * Suspends the calling coroutine until all reads have ended.
     *
     * @param clients one for each of the servers
     * @return the keys for which no server answered
     */
    static List<String> of(List<String> keys, List<Integer> servers, List<Client> clients, SimPromise<Boolean> done) {
        ReadBack readBack = new ReadBack(keys, done);
        readBack.asking = clients.size();
        for (int i = 0; i < clients.size(); i++) {
            readBack.askFrom(0, servers.get(i), clients.get(i));
        }
        done.await();
        List<String> unanswered = new ArrayList<>(keys);
        unanswered.removeAll(readBack.answered);
        return unanswered;
    }

    private void askFrom(int position, int server, Client client) {
        if (position == keys.size()) {
            if (--asking == 0) {
                done.complete(true);
            }
            return;
        }
        client.probe(server, keys.get(position), result -> {
            note(position, result);
            askFrom(position + 1, server, client);
        });
    }

    private void note(int position, GetResult result) {
        if (result.status() == Status.SUCCESS) {
            answered.add(keys.get(position));
        }
    }
}
