package kvlab.grader.attack;

class ProtocolAttacksTest extends AttackFamily {

    ProtocolAttacksTest() {
        super("protocol");
    }
}
