package kvlab.grader.attack;

class ProtocolAttacksIT extends AttackFamily {

    ProtocolAttacksIT() {
        super("protocol");
    }
}
