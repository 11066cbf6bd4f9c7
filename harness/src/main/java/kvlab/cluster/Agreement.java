package kvlab.cluster;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.RaftState;

/**
 * What can be asserted of any Raft by what it shows (Figure 3): no two servers lead in one term (Election Safety), and no
 * two hand over different commands at one index (State Machine Safety).
 */
final class Agreement {
    private final Map<Long, Integer> leaderOfTerm = new HashMap<>();
    private final Set<Command> started = new HashSet<>();
    private final List<First> committed = new ArrayList<>();

    /** What a server was the first to hand over at an index. */
    private record First(int server, CommittedCommand command) {}

    /** What is wrong with a server's being in this state, if anything is. */
    Optional<String> wrongWith(int server, RaftState state) {
        if (!state.leader()) {
            return Optional.empty();
        }
        Integer other = leaderOfTerm.putIfAbsent(state.term(), server);
        return other == null || other == server
                ? Optional.empty()
                : Optional.of("Raft broke Election Safety (Figure 3 of the paper): servers " + Math.min(other, server)
                        + " and " + Math.max(other, server) + " both lead in term " + state.term());
    }

    /** A command has been given to a server's Raft. */
    void started(Command command) {
        started.add(command);
    }

    /** What is wrong with a server's handing over a command, if anything is. */
    Optional<String> wrongWith(int server, CommittedCommand command) {
        if (!started.contains(command.command())) {
            return Optional.of("server " + server + " hands over " + text(command)
                    + ", which no server started: only commands that came through start may be delivered");
        }
        if (command.index() > committed.size()) {
            committed.add(new First(server, command));
            return Optional.empty();
        }
        First first = committed.get((int) command.index() - 1);
        return first.command().term() == command.term()
                        && first.command().command().equals(command.command())
                ? Optional.empty()
                : Optional.of("Raft broke State Machine Safety (Figure 3 of the paper): server " + server
                        + " hands over " + text(command) + ", and server " + first.server() + " had handed over "
                        + text(first.command()) + " there");
    }

    private static String text(CommittedCommand committed) {
        return StudentCode.text(committed.command()::toString) + " of term " + committed.term() + " at index "
                + committed.index();
    }
}
