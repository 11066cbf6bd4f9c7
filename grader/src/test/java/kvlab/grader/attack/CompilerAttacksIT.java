package kvlab.grader.attack;

class CompilerAttacksIT extends AttackFamily {

    CompilerAttacksIT() {
        super("compiler");
    }
}
