package kvlab.cluster;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import kvlab.diagnostic.Diagnostic;
import kvlab.history.Call;
import kvlab.record.Timeline;
import kvlab.sim.Scope;
import kvlab.sim.SimPromise;

/** Concurrent client tasks, each in a coroutine. The scenario continues meanwhile. */
public final class ClientTasks {
    private final SimPromise<Boolean> allDone;
    private final List<TestClient> busy;

    <C extends TestClient> ClientTasks(Scope scope, List<C> clients, Consumer<C> task) {
        allDone = new SimPromise<>(scope);
        busy = new ArrayList<>(clients);
        for (C client : clients) {
            client.scope().spawn(client.name(), () -> {
                task.accept(client);
                busy.remove(client);
                if (busy.isEmpty()) {
                    allDone.complete(true);
                }
            });
        }
    }

    /**
     * Waits until all clients have done their tasks.
     *
     * @param limit the maximum wait
     * @throws ExpectationFailed if they take longer; it names the open calls
     */
    public void await(Duration limit) {
        if (allDone.await(limit).isEmpty()) {
            throw new ExpectationFailed(openCalls().with("seconds", limit.toSeconds()));
        }
    }

    /** Whether all clients have done their tasks. */
    public boolean isDone() {
        return allDone.isComplete();
    }

    private Diagnostic openCalls() {
        List<TestClient> waiting =
                busy.stream().filter(client -> client.current().isPresent()).toList();
        if (waiting.isEmpty()) {
            return Diagnostic.of("client.not-done").with("client", busy.get(0).name());
        }
        Call first = waiting.get(0).current().orElseThrow();
        Diagnostic found = Diagnostic.of("client.calls-open")
                .with("client", waiting.get(0).name())
                .with("call", first.operation())
                .with("since", since(first));
        List<String> others =
                waiting.stream().skip(1).map(ClientTasks::openCall).toList();
        return others.isEmpty() ? found : found.with("others", String.join("; ", others));
    }

    private static String openCall(TestClient client) {
        Call call = client.current().orElseThrow();
        return client.name() + " for " + call.operation() + " since " + since(call);
    }

    private static String since(Call call) {
        return Timeline.seconds(call.invoked().at());
    }
}
