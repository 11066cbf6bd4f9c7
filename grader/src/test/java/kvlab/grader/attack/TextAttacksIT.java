package kvlab.grader.attack;

class TextAttacksIT extends AttackFamily {

    TextAttacksIT() {
        super("text");
    }
}
