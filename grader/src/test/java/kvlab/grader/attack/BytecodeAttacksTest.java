package kvlab.grader.attack;

class BytecodeAttacksTest extends AttackFamily {

    BytecodeAttacksTest() {
        super("bytecode");
    }
}
