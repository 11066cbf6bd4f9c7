package kvlab.grader.attack;

import kvlab.grader.execute.sandbox.Sandbox;

class ProcessAttacksIT extends AttackFamily {

    private static final int PROCESSES = 200;

    ProcessAttacksIT() {
        super("process");
    }

    @Override
    boolean isTriedHere() {
        return Sandbox.best(PROCESSES).isClosed();
    }
}
