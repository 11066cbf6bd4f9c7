package kvlab.grader.attack;

class RuntimeAttacksIT extends AttackFamily {

    RuntimeAttacksIT() {
        super("runtime");
    }
}
