package kvlab.cluster;

import java.util.Optional;
import java.util.function.Consumer;
import kvlab.net.Delivery;

/**
 * One request, with all copies of it and of its replies. It ends with the first reply, or when no copy can still be
 * delivered.
 */
final class PendingCall implements Delivery {
    private final Consumer<Optional<Messages.Answer>> ended;
    private int copies = 1;
    private boolean over;

    /** @param ended receives the reply; empty if none can arrive any more */
    PendingCall(Consumer<Optional<Messages.Answer>> ended) {
        this.ended = ended;
    }

    @Override
    public void duplicated() {
        copies++;
    }

    @Override
    public void dropped() {
        copies--;
        if (copies == 0) {
            end(Optional.empty());
        }
    }

    /** Ends the call with a reply. */
    void answered(Messages.Answer answer) {
        copies--;
        end(Optional.of(answer));
    }

    private void end(Optional<Messages.Answer> outcome) {
        if (!over) {
            over = true;
            ended.accept(outcome);
        }
    }
}
