package kvlab.handout.example;

import java.time.Duration;
import java.util.Optional;
import java.util.random.RandomGenerator;
import kvlab.api.Command;
import kvlab.api.Promise;
import kvlab.api.Raft;
import kvlab.api.RaftState;
import kvlab.api.ServerContext;
import kvlab.api.Start;

/** A server's world without a simulation: what is to happen during the next suspension is said beforehand. */
final class StandInContext implements ServerContext {

    private Runnable whileSuspended = () -> {};
    private boolean leader;
    private long lastIndex;

    void whileSuspended(Runnable action) {
        whileSuspended = action;
    }

    void lead(boolean leads) {
        leader = leads;
    }

    @Override
    public int id() {
        return 0;
    }

    @Override
    public int clusterSize() {
        return 1;
    }

    @Override
    public Raft raft() {
        return new Raft() {
            @Override
            public Start start(Command command) {
                return new Start(leader, leader ? ++lastIndex : 0, 1);
            }

            @Override
            public RaftState state() {
                return new RaftState(leader, 1);
            }
        };
    }

    @Override
    public Duration now() {
        return Duration.ZERO;
    }

    @Override
    public <T> Promise<T> promise() {
        return new StandInPromise<>();
    }

    @Override
    public void sleep(Duration duration) {
        throw new UnsupportedOperationException("no coroutine runs here");
    }

    @Override
    public void spawn(Runnable task) {
        // Coroutines need the simulation; none runs here.
    }

    @Override
    public RandomGenerator random() {
        throw new UnsupportedOperationException("the bell leaves nothing to chance");
    }

    @Override
    public void log(String format, Object... args) {}

    private final class StandInPromise<T> implements Promise<T> {

        private Optional<T> value = Optional.empty();

        @Override
        public boolean complete(T completion) {
            boolean first = value.isEmpty();
            value = first ? Optional.of(completion) : value;
            return first;
        }

        @Override
        public boolean isComplete() {
            return value.isPresent();
        }

        @Override
        public T await() {
            return await(Duration.ZERO).orElseThrow();
        }

        @Override
        public Optional<T> await(Duration timeout) {
            if (value.isEmpty()) {
                whileSuspended.run();
            }
            return value;
        }
    }
}
