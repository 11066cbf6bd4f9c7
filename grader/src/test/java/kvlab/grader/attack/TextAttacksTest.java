package kvlab.grader.attack;

class TextAttacksTest extends AttackFamily {

    TextAttacksTest() {
        super("text");
    }
}
