package kvlab.scenario;

import kvlab.api.Command;

/** A command of a scenario without a meaning. Its number identifies it. */
record Numbered(int number) implements Command {
    @Override
    public String toString() {
        return "command " + number;
    }
}
