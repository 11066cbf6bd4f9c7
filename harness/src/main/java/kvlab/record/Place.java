package kvlab.record;

/**
 * Where something happens.
 *
 * @param number a server's from 0, a client's from 1; otherwise 0
 * @param life of a server, from 0: it rises with each restart; otherwise 0
 */
public record Place(Kind kind, int number, int life) {
    public static final Place NETWORK = new Place(Kind.NETWORK, 0, 0);
    public static final Place SCENARIO = new Place(Kind.SCENARIO, 0, 0);

    /** The kinds of places. */
    public enum Kind {
        SERVER,
        CLIENT,
        NETWORK,
        SCENARIO
    }

    public static Place server(int number, int life) {
        return new Place(Kind.SERVER, number, life);
    }

    public static Place client(int number) {
        return new Place(Kind.CLIENT, number, 0);
    }

    /** Whether a submission's code may run here. */
    public boolean runsSubmission() {
        return kind == Kind.SERVER || kind == Kind.CLIENT;
    }

    /** The same for all lives of a server. */
    public Place withoutLife() {
        return new Place(kind, number, 0);
    }

    /** The displayed name, such as {@code server 2}, without the life. */
    public String name() {
        return switch (kind) {
            case SERVER -> "server " + number;
            case CLIENT -> "client " + number;
            case NETWORK -> "network";
            case SCENARIO -> "scenario";
        };
    }

    @Override
    public String toString() {
        return name();
    }
}
