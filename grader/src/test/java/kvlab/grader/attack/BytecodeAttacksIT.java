package kvlab.grader.attack;

class BytecodeAttacksIT extends AttackFamily {

    BytecodeAttacksIT() {
        super("bytecode");
    }
}
