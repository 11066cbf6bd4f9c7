package kvlab.cluster;

import java.util.Optional;
import java.util.function.Consumer;
import kvlab.net.Delivery;

/**
 * One request, with all copies of it and of the answers. It ends with the first answer, or when no
 * copy is left that could still bring one.
 */
final class PendingCall implements Delivery {
    private final Consumer<Optional<Messages.Answer>> ended;
    private int copies = 1;
    private boolean over;

    /** A call whose request is about to be sent. */
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

    /** An answer has arrived. */
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
