package kvlab.scenario;

import java.time.Duration;

/** Minutes without a call. Then the same Clerks go on: what was late has arrived, and what can expire has expired. */
final class Idle implements Episode {
    private static final Duration TO_BE_SURE = Duration.ofSeconds(2);
    private static final int CALLS_AFTERWARDS = 4;

    @Override
    public void play(Scene scene) {
        Duration late = scene.faults().mix().net().maxLateness().plus(TO_BE_SURE);
        Duration idle = Duration.ofSeconds(
                scene.random().nextLong(20, 20 + scene.random().nextLong(20, 200)));
        scene.idle(scene.faults().unreliable() && late.compareTo(idle) > 0 ? late : idle);
        scene.run(scene.shuffledWorkers(), (clerk, number) -> {
            for (int call = 0; call < CALLS_AFTERWARDS; call++) {
                if (clerk.random().nextBoolean()) {
                    scene.write(clerk, number);
                } else {
                    scene.read(clerk, number);
                }
            }
        });
    }
}
