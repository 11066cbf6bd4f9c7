package kvlab.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * A program of coroutines that is drawn by a seed: they sleep, wait for promises and complete them, spawn others, throw,
 * and close scopes, their own included. Each step goes into the trace, so that two runs can be compared.
 */
final class LittleProgram {
    private static final int SCOPES = 3;
    private static final int PROMISES = 4;
    private static final int MAX_COROUTINES = 40;

    private final Simulation simulation;
    private final List<Scope> scopes = new ArrayList<>();
    private final List<List<SimPromise<Integer>>> promises = new ArrayList<>();
    private int coroutines;

    private LittleProgram(Simulation simulation) {
        this.simulation = simulation;
        for (int number = 0; number < SCOPES; number++) {
            String name = "server " + number;
            Scope scope = simulation.scope(name, (what, failure) -> trace(name, what + " failed: " + failure));
            scopes.add(scope);
            List<SimPromise<Integer>> own = new ArrayList<>();
            for (int promise = 0; promise < PROMISES; promise++) {
                own.add(new SimPromise<>(scope));
            }
            promises.add(own);
        }
    }

    /** Runs the program of a seed. */
    static Trace run(World world, long seed) {
        Trace trace = Trace.on();
        Simulation simulation = world.simulation(seed, trace);
        LittleProgram program = new LittleProgram(simulation);
        for (int scope = 0; scope < SCOPES; scope++) {
            program.spawn(scope, seed);
            program.spawn(scope, seed + 1);
        }
        simulation.run(() -> {
            program.scopes
                    .get(0)
                    .simulation()
                    .scope("scenario", (what, e) -> simulation.fail(e))
                    .sleep(Duration.ofMillis(40));
            program.trace("scenario", "ends after " + simulation.events() + " events");
        });
        return trace;
    }

    private void trace(String where, String what) {
        simulation.trace().add(simulation.now(), where, what);
    }

    private void spawn(int scope, long seed) {
        if (coroutines < MAX_COROUTINES) {
            int number = coroutines++;
            Random random = new Random(31 * seed + number);
            scopes.get(scope).spawn("coroutine " + number, () -> live(scope, number, random));
        }
    }

    private void live(int scope, int number, Random random) {
        String name = scopes.get(scope).name();
        int steps = random.nextInt(12);
        for (int step = 0; step < steps; step++) {
            trace(name, number + "." + step + ": " + act(scope, random));
        }
    }

    /** One random step, and what came of it. */
    private String act(int scope, Random random) {
        SimPromise<Integer> promise = promises.get(scope).get(random.nextInt(PROMISES));
        switch (random.nextInt(16)) {
            case 0, 1, 2, 3:
                scopes.get(scope).sleep(Duration.ofMillis(random.nextInt(4)));
                return "slept";
            case 4, 5, 6:
                return "timed " + promise.await(Duration.ofMillis(random.nextInt(5)));
            case 7, 8:
                return "awaited " + promise.await();
            case 9, 10, 11:
                return "completed " + promise.complete(random.nextInt(100));
            case 12, 13:
                spawn(random.nextInt(SCOPES), random.nextLong());
                return "spawned";
            case 14:
                scopes.get(scope).after(random.nextInt(3_000_000), () -> trace("timer", "fired"));
                return "set a timer";
            default:
                return random.nextInt(4) > 0 ? "idled" : end(scope, random.nextBoolean());
        }
    }

    private String end(int scope, boolean crash) {
        if (!crash) {
            throw new IllegalStateException("thrown");
        }
        scopes.get(scope).close();
        return "closed the scope";
    }
}
