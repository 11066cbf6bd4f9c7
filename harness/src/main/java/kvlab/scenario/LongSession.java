package kvlab.scenario;

import java.time.Duration;
import java.util.List;

/** One Clerk makes hundreds of calls without a pause. */
final class LongSession implements Episode {
    private static final int LEAST = 110;
    private static final Duration AT_MOST = Duration.ofSeconds(40);

    @Override
    public void play(Scene scene) {
        int doublings = scene.random().nextInt(3);
        int calls = scene.random().nextInt(LEAST, 2 * LEAST) << doublings;
        int number = scene.random().nextInt(scene.workers().size());
        play(scene, List.of(number), calls);
    }

    /** Clerks make calls: gets, as a rule, for a value that grows with each append is costly to look through. */
    static void play(Scene scene, List<Integer> numbers, int calls) {
        Duration end = scene.cluster().now().plus(AT_MOST);
        scene.begin(numbers, (clerk, own) -> {
                    for (int call = 0; call < calls && scene.cluster().now().compareTo(end) < 0; call++) {
                        if (call % 8 == 0) {
                            scene.write(clerk, own);
                        } else {
                            scene.read(clerk, own);
                        }
                    }
                })
                .await(AT_MOST.plus(Rounds.AT_LAST));
    }
}
