package kvlab.reduction;

import java.util.List;

/**
 * A kind of {@link Element}, with the sentence for one of them: {@code #n} is its n-th number, {@code @n} the endpoint that
 * this number stands for. Their order is part of replay lines: add kinds at the end only.
 */
public enum Kind {
    // Faults of the network, by chance.
    LOST(3, "message #2 from @0 to @1 is lost"),
    LATE_DELIVERY(3, "message #2 from @0 to @1, which counts as lost, arrives late"),
    DUPLICATED(3, "message #2 from @0 to @1 is duplicated"),
    HELD_BACK(3, "message #2 from @0 to @1 is held back"),
    PERIOD_CUT(2, "server #0 is cut off for period #1"),
    PERIOD_SLOW(2, "server #0 is slow for period #1"),

    // Faults that the scenario causes. Their last number counts the occasions, from 0.
    CUT_OFF(1, "cut #0 of servers from their peers"),
    PARTITION(1, "partition #0"),
    STAR(1, "star #0"),
    ONE_WAY(1, "one-way cut #0"),
    BRIDGE(1, "bridge #0"),
    RING(1, "ring #0"),
    SLOW(1, "slow link #0"),
    STALLED(1, "stalled link #0"),
    COPIED(3, "duplicate #2 in the queue from server #0 to server #1"),
    LOST_IN_QUEUE(3, "loss #2 in the queue from server #0 to server #1"),
    SILENCE(1, "lost answers #0"),
    CONFINED(1, "client #0 confined to some servers"),
    CRASH(2, "crash #1 of server #0"),
    TRIGGER(1, "aimed fault #0"),

    // What varies from schedule to schedule without being a fault.
    ELECTION_TIMEOUTS(0, "random election time-outs"),
    LATENCY(0, "random latency"),
    CHOICE(2, "choice #1 of the scenario's part #0"),

    // Work.
    ROUND(1, "round #0"),
    EPISODE(1, "the episode after round #0"),
    CLIENT(1, "the work of client #0"),
    CALL(2, "call #1 of client #0"),
    READ_BACK(0, "reading all keys at the end"),
    LAST_LEADER(1, "server #0 leading at the end");

    private static final List<Kind> SCENARIO_FAULTS =
            List.of(values()).subList(CUT_OFF.ordinal(), TRIGGER.ordinal() + 1);

    private final int numbers;
    private final String words;

    Kind(int numbers, String words) {
        this.numbers = numbers;
        this.words = words;
    }

    /** How many numbers identify an element of this kind: 0 to 3. */
    int numbers() {
        return numbers;
    }

    /** Whether the scenario causes it, which may expect something of it. */
    public boolean isFaultOfScenario() {
        return SCENARIO_FAULTS.contains(this);
    }

    /** Whether it is a fault, by chance or of the scenario. */
    public boolean isFault() {
        return ordinal() <= TRIGGER.ordinal();
    }

    String describe(long[] values) {
        String text = words;
        for (int i = 0; i < numbers; i++) {
            text = text.replace("#" + i, "" + values[i]).replace("@" + i, Element.endpoint(values[i]));
        }
        return text;
    }
}
