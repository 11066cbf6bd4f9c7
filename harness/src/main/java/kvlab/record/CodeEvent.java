package kvlab.record;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.SourcePlace;

/**
 * What happens in a submission's code. Each call of it runs in a coroutine; their numbers count those of a schedule, and
 * join the events of one call.
 */
public sealed interface CodeEvent extends Happening {

    /** A method is called for a message. */
    record Called(long coroutine, String method, Place from, Content content) implements CodeEvent {
        @Override
        public boolean isDetail() {
            return true; // the message's delivery was just said
        }

        @Override
        public String toString() {
            return "calls " + method + " for " + from + ": " + content;
        }
    }

    /** A method returned what is sent as the reply. */
    record Answered(long coroutine, String method, Place to, Content content) implements CodeEvent {
        @Override
        public boolean isDetail() {
            return true; // the reply is sent now
        }

        @Override
        public String toString() {
            return method + " returns for " + to + ": " + content;
        }
    }

    /** A committed command is given to {@code onNextCommand}. */
    record Applies(long coroutine, long index, long term, String command) implements CodeEvent {
        @Override
        public String toString() {
            return "applies " + index + ": " + command + " of term " + term;
        }
    }

    /** {@code onNextCommand} returned. */
    record Applied(long coroutine, long index, long term) implements CodeEvent {
        @Override
        public boolean isDetail() {
            return true;
        }

        @Override
        public String toString() {
            return "has applied " + index + " of term " + term;
        }
    }

    /**
     * A coroutine suspends.
     *
     * @param name what the coroutine was started for, such as {@code put} or {@code spawned task}
     * @param limit how long it will wait at most; without one it waits until it is woken
     * @param callee whose reply it waits for, if it called a server
     * @param where in the submission's code
     */
    record Suspended(
            long coroutine,
            String name,
            Wait waiting,
            Optional<Duration> limit,
            Optional<Place> callee,
            Optional<SourcePlace> where)
            implements CodeEvent {
        @Override
        public String toString() {
            return name + " #" + coroutine + " " + waiting.text
                    + callee.map(called -> " to " + called).orElse("")
                    + limit.map(most -> (waiting == Wait.SLEEP ? " for " : " for at most ") + Timeline.seconds(most))
                            .orElse("")
                    + where.map(place -> " (" + place + ")").orElse("");
        }
    }

    /**
     * Fields of the submission's object at this place have changed since its last event.
     *
     * @param changes the first ones
     * @param text all of them
     */
    record Fields(List<FieldChange> changes, String text) implements CodeEvent {
        public Fields {
            changes = List.copyOf(changes);
        }

        @Override
        public boolean leads() {
            return false;
        }

        @Override
        public String toString() {
            return "fields: " + text;
        }
    }

    /** What a coroutine waits for. */
    enum Wait {
        SLEEP("sleeps"),
        PROMISE("waits for a promise"),
        CALL("waits for the reply to its call");

        private final String text;

        Wait(String text) {
            this.text = text;
        }
    }

    /**
     * A coroutine goes on. The cause is what woke it.
     *
     * @param suspended the id of the event in which it suspended
     * @param timedOut whether its time has passed, and nothing else woke it
     */
    record Resumed(long coroutine, String name, long suspended, boolean timedOut) implements CodeEvent {
        @Override
        public String toString() {
            return name + " #" + coroutine + " goes on" + (timedOut ? ", its time has passed" : "");
        }
    }
}
