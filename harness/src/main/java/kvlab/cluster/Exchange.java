package kvlab.cluster;

import java.util.Optional;
import java.util.function.Consumer;
import kvlab.net.Fate;

/**
 * One request of a Clerk to one server, with all copies of it and of the replies. It ends with the first reply, or when no
 * copy is left that could still bring one.
 */
final class Exchange implements Fate {
    private final Consumer<Optional<Messages.Reply>> ended;
    private int copies = 1;
    private boolean over;

    /** An exchange whose request is about to be sent. */
    Exchange(Consumer<Optional<Messages.Reply>> ended) {
        this.ended = ended;
    }

    @Override
    public void doubled() {
        copies++;
    }

    @Override
    public void lost() {
        copies--;
        if (copies == 0) {
            end(Optional.empty());
        }
    }

    /** A reply has arrived. */
    void answered(Messages.Reply reply) {
        copies--;
        end(Optional.of(reply));
    }

    private void end(Optional<Messages.Reply> outcome) {
        if (!over) {
            over = true;
            ended.accept(outcome);
        }
    }
}
