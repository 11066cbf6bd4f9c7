package kvlab.scenario;

import java.util.function.Consumer;
import kvlab.api.GetResult;
import kvlab.api.Status;
import kvlab.cluster.Client;
import kvlab.cluster.Cluster;

/**
 * Put-append-get on the client's own key where calls may time out, several times in a row. A client starts over after each
 * TIMEOUT, with other values. Calls that timed out may still take effect, so later gets are only checked by the check of
 * the whole history.
 */
record StartingOver(Cluster cluster, int times) implements Consumer<Client> {

    @Override
    public void accept(Client client) {
        String key = cluster.data().key(client.number() - 1);
        boolean timedOut = false;
        for (int done = 0; done < times; ) {
            String a = cluster.data().value();
            String b = cluster.data().value();
            GetResult result = GetResult.failed(Status.TIMEOUT);
            if (client.put(key, a) == Status.SUCCESS && client.append(key, b) == Status.SUCCESS) {
                result = client.get(key);
            }
            timedOut |= result.status() != Status.SUCCESS;
            if (!timedOut && !result.value().equals(a + b)) {
                throw CoreCalls.wrongValue(a + b, result.value(), client, key);
            }
            done += result.status() == Status.SUCCESS ? 1 : 0;
        }
    }
}
