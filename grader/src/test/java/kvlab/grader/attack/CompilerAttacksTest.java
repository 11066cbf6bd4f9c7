package kvlab.grader.attack;

class CompilerAttacksTest extends AttackFamily {

    CompilerAttacksTest() {
        super("compiler");
    }
}
