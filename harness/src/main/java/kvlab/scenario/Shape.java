package kvlab.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import kvlab.cluster.Cluster;
import kvlab.workload.Shuffle;

/** Shapes of a network in which not all servers hear each other. Each takes the place of the one before. */
enum Shape {
    /** Each server is on one of two sides, by lot. */
    SIDES {
        @Override
        void link(Cluster cluster, RandomGenerator random) {
            List<Integer> side = new ArrayList<>();
            for (int server = 0; server < cluster.size(); server++) {
                if (random.nextBoolean()) {
                    side.add(server);
                }
            }
            cluster.partition(List.of(List.copyOf(side)));
        }
    },
    /** No server hears another one. */
    ALONE {
        @Override
        void link(Cluster cluster, RandomGenerator random) {
            cluster.partition(shuffled(cluster, random).stream().map(List::of).toList());
        }
    },
    /** Some servers do not hear some others, which hear them. */
    ONE_WAY {
        @Override
        void link(Cluster cluster, RandomGenerator random) {
            List<Integer> order = shuffled(cluster, random);
            cluster.partition(List.of());
            int heard = 1 + random.nextInt(order.size() - 1);
            cluster.links().cutOneWay(order.subList(0, heard), order.subList(heard, order.size()));
        }
    },
    /** One server hears all, the others only their half. */
    BRIDGE {
        @Override
        void link(Cluster cluster, RandomGenerator random) {
            List<Integer> order = shuffled(cluster, random);
            int half = 1 + order.size() / 2;
            cluster.links().bridge(order.get(0), order.subList(1, half), order.subList(half, order.size()));
        }
    },
    /** Each server hears two others. */
    RING {
        @Override
        void link(Cluster cluster, RandomGenerator random) {
            cluster.links().ring(shuffled(cluster, random));
        }
    };

    private static final Shape[] ALL = values();

    abstract void link(Cluster cluster, RandomGenerator random);

    /** Links the servers in this shape only. */
    final void form(Cluster cluster, RandomGenerator random) {
        cluster.links().hearAll();
        link(cluster, random);
    }

    static Shape any(RandomGenerator random) {
        return ALL[random.nextInt(ALL.length)];
    }

    private static List<Integer> shuffled(Cluster cluster, RandomGenerator random) {
        return Shuffle.of(IntStream.range(0, cluster.size()).boxed().toList(), random);
    }
}
