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
import kvlab.diagnostic.Diagnostic;

/**
 * Checks the observable properties of any Raft (Figure 3): no two servers lead in one term (Election Safety), and no
 * two deliver different commands at one index (State Machine Safety).
 */
final class Agreement {
    private final CodeUnderTest observer;
    private final Map<Long, Integer> leaderOfTerm = new HashMap<>();
    private final Set<Command> started = new HashSet<>();
    private final List<First> committed = new ArrayList<>();

    /** @param observer a machine in whose classes commands of all machines are compared */
    Agreement(CodeUnderTest observer) {
        this.observer = observer;
    }

    /** The first command that was delivered at an index, and by which server. */
    private record First(int server, CommittedCommand command) {}

    /** The violation if a server reports this state; empty if there is none. */
    Optional<Diagnostic> wrongWith(int server, RaftState state) {
        if (!state.leader()) {
            return Optional.empty();
        }
        Integer other = leaderOfTerm.putIfAbsent(state.term(), server);
        return other == null || other == server
                ? Optional.empty()
                : Optional.of(Diagnostic.of("raft.two-leaders")
                        .with("first", Math.min(other, server))
                        .with("second", Math.max(other, server))
                        .with("term", state.term()));
    }

    /** Records that a command was passed to a server's Raft. */
    void started(Command command) {
        started.add(observer.read(command));
    }

    /** The violation if a server delivers this command; empty if there is none. */
    Optional<Diagnostic> wrongWith(int server, CommittedCommand delivered) {
        CommittedCommand command =
                new CommittedCommand(delivered.index(), delivered.term(), observer.read(delivered.command()));
        if (!started.contains(command.command())) {
            return Optional.of(delivery(Diagnostic.of("raft.unknown-command"), server, command));
        }
        if (command.index() > committed.size()) {
            committed.add(new First(server, command));
            return Optional.empty();
        }
        First first = committed.get((int) command.index() - 1);
        return first.command().term() == command.term()
                        && first.command().command().equals(command.command())
                ? Optional.empty()
                : Optional.of(delivery(Diagnostic.of("raft.different-commands"), server, command)
                        .with("other", first.server())
                        .with("otherCommand", text(first.command()))
                        .with("otherTerm", first.command().term()));
    }

    private static Diagnostic delivery(Diagnostic diagnostic, int server, CommittedCommand committed) {
        return diagnostic
                .with("server", server)
                .with("command", text(committed))
                .with("term", committed.term())
                .with("index", committed.index());
    }

    private static String text(CommittedCommand committed) {
        return StudentCode.value(committed.command());
    }
}
