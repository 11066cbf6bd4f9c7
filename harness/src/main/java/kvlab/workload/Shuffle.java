package kvlab.workload;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/** Random orders. {@code Collections.shuffle} takes no {@link RandomGenerator} before Java 21. */
public final class Shuffle {

    private Shuffle() {}

    /** The elements in an order of which each is equally likely (Fisher and Yates). The list can be changed. */
    public static <T> List<T> of(List<T> elements, RandomGenerator random) {
        List<T> shuffled = new ArrayList<>(elements.size());
        for (T element : elements) {
            shuffled.add(random.nextInt(shuffled.size() + 1), element);
        }
        return shuffled;
    }
}
