package kvlab.sim;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import kvlab.record.NoteEvent.Note;
import kvlab.record.Place;
import kvlab.record.Recording;

/**
 * A program of coroutines that is drawn by a seed: they sleep, wait for promises and complete them, spawn others, throw,
 * and close scopes, their own included. Each step is recorded, so that two runs can be compared.
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
            Place place = Place.server(number, 0);
            Scope scope = simulation.scope(place, (what, failure) -> note(place, what + " failed: " + failure));
            scopes.add(scope);
            List<SimPromise<Integer>> own = new ArrayList<>();
            for (int promise = 0; promise < PROMISES; promise++) {
                own.add(new SimPromise<>(scope));
            }
            promises.add(own);
        }
    }

    /** Runs the program of a seed. */
    static Recording run(World world, long seed) {
        Recording recording = Recording.on();
        Simulation simulation = world.simulation(seed, recording);
        LittleProgram program = new LittleProgram(simulation);
        for (int scope = 0; scope < SCOPES; scope++) {
            program.spawn(scope, seed);
            program.spawn(scope, seed + 1);
        }
        simulation.run(() -> {
            program.scopes
                    .get(0)
                    .simulation()
                    .scope(Place.SCENARIO, (what, e) -> simulation.fail(e))
                    .sleep(Duration.ofMillis(40));
            program.note(Place.SCENARIO, "ends after " + simulation.events() + " events");
        });
        return recording;
    }

    private void note(Place where, String what) {
        simulation.record(where, new Note(what));
    }

    private void spawn(int scope, long seed) {
        if (coroutines < MAX_COROUTINES) {
            int number = coroutines++;
            Random random = new Random(31 * seed + number);
            scopes.get(scope).spawn("coroutine " + number, () -> live(scope, number, random));
        }
    }

    private void live(int scope, int number, Random random) {
        Place place = scopes.get(scope).place();
        int steps = random.nextInt(12);
        for (int step = 0; step < steps; step++) {
            note(place, number + "." + step + ": " + act(scope, random));
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
                scopes.get(scope).after(random.nextInt(3_000_000), () -> note(Place.NETWORK, "timer fired"));
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
