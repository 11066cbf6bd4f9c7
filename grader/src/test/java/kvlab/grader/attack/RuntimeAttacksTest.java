package kvlab.grader.attack;

class RuntimeAttacksTest extends AttackFamily {

    RuntimeAttacksTest() {
        super("runtime");
    }
}
