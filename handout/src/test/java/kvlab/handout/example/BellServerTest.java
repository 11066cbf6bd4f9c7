package kvlab.handout.example;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import kvlab.api.CommittedCommand;
import kvlab.handout.example.BellServer.Ring;
import org.junit.jupiter.api.Test;

/** The example does what the handout says of it. */
class BellServerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final StandInContext context = new StandInContext();
    private final BellServer bell = new BellServer(context);

    @Test
    void a_listener_hears_the_ring_that_is_committed_while_it_waits() {
        context.whileSuspended(() -> commit(1, "Ann"));

        assertEquals(Optional.of("Ann"), bell.listen(PATIENCE));
    }

    @Test
    void a_listener_who_comes_after_a_ring_waits_for_the_next() {
        commit(1, "Ann");
        context.whileSuspended(() -> commit(2, "Bob"));

        assertEquals(Optional.of("Bob"), bell.listen(PATIENCE));
    }

    @Test
    void a_listener_whose_time_runs_out_hears_nothing() {
        assertEquals(Optional.empty(), bell.listen(PATIENCE));
    }

    @Test
    void a_ring_is_under_way_only_at_the_leader_and_sounds_only_when_committed() {
        context.lead(true);
        context.whileSuspended(() -> assertTrue(bell.ring("Ann")));
        assertEquals(Optional.empty(), bell.listen(PATIENCE));

        context.lead(false);
        assertFalse(bell.ring("Ann"));
    }

    private void commit(long index, String ringer) {
        bell.onNextCommand(new CommittedCommand(index, 1, new Ring(ringer)));
    }
}
