package kvlab.grader.attack;

import kvlab.grader.execute.sandbox.Sandbox;

class ProcessAttacksTest extends AttackFamily {

    private static final int PROCESSES = 200;

    ProcessAttacksTest() {
        super("process");
    }

    @Override
    boolean isTriedHere() {
        return Sandbox.best(PROCESSES).isClosed();
    }
}
