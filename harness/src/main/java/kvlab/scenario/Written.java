package kvlab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import kvlab.workload.Parts;

/** What several writers have appended to one key. Each writer makes one call at a time, so its parts are in its order. */
final class Written {
    private final Parts parts;
    private final List<List<String>> ofWriter = new ArrayList<>();
    private final List<String> all = new ArrayList<>();
    private final SortedSet<Integer> writers = new TreeSet<>();

    Written(Parts parts, int writers) {
        this.parts = parts;
        for (int writer = 0; writer < writers; writer++) {
            ofWriter.add(new ArrayList<>());
        }
    }

    void clear() {
        all.clear();
        writers.clear();
        ofWriter.forEach(List::clear);
    }

    /** A writer's append begins. */
    void begin(int writer) {
        writers.add(writer);
    }

    /** A writer's append has ended. */
    void add(int writer, String part) {
        all.add(part);
        ofWriter.get(writer).add(part);
    }

    /** One of several equal appends has ended: it has no place in its writer's order. */
    void addEqual(String part) {
        all.add(part);
    }

    /** The number of appends. */
    int size() {
        return all.size();
    }

    /** Whether nobody else has begun an append, so that a writer knows the value. */
    boolean isOnly(int writer) {
        return writers.isEmpty() || writers.first() == writer && writers.last() == writer;
    }

    /** How a value differs from all appends, those of each writer in its order; empty if it does not. */
    Optional<Appends.Difference> differenceIn(String value) {
        if (value.equals(String.join("", all))) {
            return Optional.empty(); // nearly always, and every get asks
        }
        List<String> found = parts.split(value);
        Optional<Appends.Difference> difference = new Appends(found).differenceInAnyOrderFrom(all);
        for (List<String> own : ofWriter) {
            difference = difference.or(
                    () -> new Appends(found.stream().filter(own::contains).toList()).differenceFrom(own));
        }
        return difference;
    }
}
