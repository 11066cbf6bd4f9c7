package kvlab.sim;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;

/** Which code of a submission caused the last events before a limit: the origin of most of them is what repeats without end. */
final class EventOrigins {

    /** How many events before a limit are looked at: it costs a walk over the stack for each. */
    static final int SAMPLE = 1_000;

    /**
     * What a coroutine of a submission did.
     *
     * @param scope the server or client, such as {@code server 2}
     * @param coroutine its name, such as {@code put}
     * @param place the innermost line of the submission
     */
    private record Origin(String scope, String coroutine, Optional<SourcePlace> place) {}

    /** In order of appearance, so that of two origins with as many events always the same is named. */
    private final Map<Origin, Integer> events = new LinkedHashMap<>();

    /** An event that the code which now runs in a coroutine has caused. */
    void add(Coroutine running) {
        if (running.scope().place().runsSubmission()) {
            events.merge(
                    new Origin(running.scope().name(), running.name(), Coroutine.submittedPlace()), 1, Integer::sum);
        }
    }

    /** The diagnostic with the most frequent origin, if a submission caused any of the events. */
    Diagnostic nameIn(Diagnostic limit) {
        return events.entrySet().stream()
                .max(Map.Entry.<Origin, Integer>comparingByValue(Comparator.naturalOrder()))
                .map(Map.Entry::getKey)
                .map(origin -> limit.with("scope", origin.scope())
                        .with("coroutine", origin.coroutine())
                        .at(origin.place()))
                .orElse(limit);
    }
}
