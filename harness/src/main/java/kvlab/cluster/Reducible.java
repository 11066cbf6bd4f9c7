package kvlab.cluster;

import java.util.List;
import kvlab.reduction.Element;
import kvlab.reduction.Elements;
import kvlab.reduction.Kind;

/** What a scenario asks before each thing that can be taken away from its schedule. */
abstract class Reducible {
    private final Elements elements;

    Reducible(Elements elements) {
        this.elements = elements;
    }

    /** Whether the schedule has something that can be taken away from it. It is asked before each such thing. */
    public boolean includes(Kind kind, long first, long second) {
        return elements.include(new Element(kind, first, second, 0));
    }

    /** The same for one of a kind that one number, or none, tells from others. */
    public boolean includes(Kind kind, long first) {
        return includes(kind, first, 0);
    }

    /** Those of some clients whose work the schedule includes, and always the first. */
    public <C extends TestClient> List<C> included(List<C> some) {
        return some.stream()
                .filter(client -> client == some.get(0) || includes(Kind.CLIENT, client.number()))
                .toList();
    }
}
