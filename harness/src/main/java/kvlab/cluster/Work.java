package kvlab.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;
import kvlab.sim.Trace;

/** What clients do at the same time, each as a coroutine, while the scenario goes on. */
public final class Work {
    private final SimPromise<Boolean> allDone;
    private final List<Client> busy;

    Work(Scope scope, List<Client> workers, Consumer<Client> work) {
        allDone = new SimPromise<>(scope);
        busy = new ArrayList<>(workers);
        for (Client client : workers) {
            scope.spawn("client " + client.number(), () -> {
                work.accept(client);
                busy.remove(client);
                if (busy.isEmpty()) {
                    allDone.complete(true);
                }
            });
        }
    }

    /**
     * Waits until all clients have done their work.
     *
     * @param limit how long they may still take
     * @throws ExpectationFailed if they take longer; it names the calls that were still open
     */
    public void await(Duration limit) {
        if (allDone.await(limit).isEmpty()) {
            throw new ExpectationFailed("expected all clients to be done within " + limit.toSeconds() + " s, but "
                    + String.join("; ", busy.stream().map(Work::whatItWaitsFor).toList()));
        }
    }

    private static String whatItWaitsFor(Client client) {
        String call = client.current()
                .map(open -> open.operation() + " since "
                        + Trace.seconds(open.invoked().at()))
                .orElse("nothing");
        return "client " + client.number() + " was still waiting for " + call;
    }
}
