package kvlab.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;
import kvlab.sim.Trace;

/** What clients do at the same time, each as a coroutine, while the scenario goes on. */
public final class ClientTasks {
    private final SimPromise<Boolean> allDone;
    private final List<TestClient> busy;

    <C extends TestClient> ClientTasks(Scope scope, List<C> workers, Consumer<C> work) {
        allDone = new SimPromise<>(scope);
        busy = new ArrayList<>(workers);
        for (C worker : workers) {
            worker.scope().spawn(worker.name(), () -> {
                work.accept(worker);
                busy.remove(worker);
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
                    + String.join(
                            "; ", busy.stream().map(ClientTasks::whatItWaitsFor).toList()));
        }
    }

    /** Whether all have done their work. */
    public boolean isDone() {
        return allDone.isComplete();
    }

    private static String whatItWaitsFor(TestClient worker) {
        String call = worker.current()
                .map(open -> open.operation() + " since "
                        + Trace.seconds(open.invoked().at()))
                .orElse("nothing");
        return worker.name() + " was still waiting for " + call;
    }
}
