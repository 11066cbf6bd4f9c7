package kvlab.scenario;

import java.time.Duration;

/** No calls, up to minutes. Then the same Clerks go on: what was late has arrived, and what can expire has expired. */
final class Idle implements Episode {
    private static final Duration TO_BE_SURE = Duration.ofSeconds(2);
    private static final int CALLS_AFTERWARDS = 4;

    @Override
    public void play(Scene scene) {
        FaultMix mix = scene.faults().mix();
        scene.idle(
                scene.faults().unreliable() && mix.hasStragglers()
                        ? mix.net().maxLateness().plus(TO_BE_SURE)
                        : Duration.ofSeconds(
                                scene.random().nextLong(10, 10 + scene.random().nextLong(10, 150))));
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
