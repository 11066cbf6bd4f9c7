package kvlab.scenario;

import kvlab.api.Command;

/** A command of a scenario's own, that means nothing and is told from others by its number. */
record Numbered(int number) implements Command {
    @Override
    public String toString() {
        return "command " + number;
    }
}
