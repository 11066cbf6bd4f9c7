package kvlab.cluster;

import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.RaftState;
import kvlab.api.Start;
import kvlab.net.Endpoint;
import kvlab.net.Message;
import kvlab.record.CodeEvent.Answered;
import kvlab.record.CodeEvent.Applied;
import kvlab.record.CodeEvent.Applies;
import kvlab.record.CodeEvent.Called;
import kvlab.record.Happening;
import kvlab.record.RaftEvent.Committed;
import kvlab.record.RaftEvent.Role;
import kvlab.record.RaftEvent.Saved;
import kvlab.record.RaftEvent.Started;
import kvlab.record.RaftEvent.State;
import kvlab.sim.Scope;
import kvlab.sim.Simulation;

/** Records the calls of a student's code in one life of a server, if the schedule is recorded. */
final class ServerRecord {
    private final Scope scope;
    private final Simulation simulation;
    private final boolean on;
    private RaftState state;

    ServerRecord(Scope scope) {
        this.scope = scope;
        this.simulation = scope.simulation();
        this.on = simulation.recording().isOn();
    }

    void called(String method, Endpoint from, Message request) {
        if (on) {
            add(new Called(simulation.runningNumber(), method, from.place(), request.content()));
        }
    }

    void answered(String method, Endpoint to, Message reply) {
        if (on) {
            add(new Answered(simulation.runningNumber(), method, to.place(), reply.content()));
        }
    }

    void started(Command command, Start start) {
        if (on) {
            add(new Started(start.leader(), start.index(), start.term(), StudentCode.value(command)));
        }
    }

    void applies(CommittedCommand command) {
        if (on) {
            add(new Applies(
                    simulation.runningNumber(), command.index(), command.term(), StudentCode.value(command.command())));
        }
    }

    void applied(CommittedCommand command) {
        if (on) {
            add(new Applied(simulation.runningNumber(), command.index(), command.term()));
        }
    }

    /** A student's Raft delivers a command. */
    void delivered(CommittedCommand command) {
        if (on) {
            add(new Committed(command.index(), command.term(), StudentCode.value(command.command())));
        }
    }

    void saved(Record saved) {
        if (on) {
            add(new Saved(StudentCode.state(saved)));
        }
    }

    /** A student's Raft reports its state. */
    void observe(RaftState now) {
        if (on && !now.equals(state)) {
            state = now;
            add(new Role(now.leader() ? State.LEADER : State.NOT_LEADER, now.term()));
        }
    }

    private void add(Happening what) {
        simulation.record(scope.place(), what);
    }
}
