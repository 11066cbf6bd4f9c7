package kvlab.explain;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kvlab.explain.Explanation.Line;
import kvlab.record.Event;
import kvlab.record.Recording;

/** Explains failed schedules. */
public final class Explainer {
    private static final List<Detective> DETECTIVES = List.of(
            new ClerkFault(),
            new UnagreedAnswer(),
            new WrongEffect(),
            new WrongRead(),
            new EndlessWait(),
            new Unserved(),
            new AskingClerk(),
            new TwoLeaders(),
            new TornLog(),
            new DeliveredTooEarly(),
            new Undelivered(),
            new NoElection(),
            new Stated());

    private static final int MAX_STEPS = 12;

    private Explainer() {}

    /**
     * How a schedule came to where the submission's code stopped it, by a hang or a crash: from what happened last in its
     * code back to what that was for. The code ran on after the last line, and did not come back.
     */
    public static Explanation untilStopped(Recording recording) {
        List<Event> events = recording.events();
        Deque<Line> steps = new ArrayDeque<>();
        long next = events.stream()
                .filter(event -> event.place().runsSubmission() && event.what().leads())
                .mapToLong(Event::id)
                .max()
                .orElse(Event.NO_CAUSE);
        while (next != Event.NO_CAUSE && steps.size() < MAX_STEPS) {
            Event event = events.get((int) next);
            steps.addFirst(new Line(event, steps.isEmpty()));
            next = event.cause();
        }
        return new Explanation(Optional.empty(), Optional.empty(), List.copyOf(steps));
    }

    /** The explanation of a failure; without a cause if the record does not determine it. */
    public static Explanation explain(Failure failure) {
        Case failed = Case.of(failure);
        Story story = new Story(failed.course());
        Optional<Cause> cause = DETECTIVES.stream()
                .flatMap(detective -> detective.solve(failed).stream())
                .findFirst();
        return new Explanation(
                cause.map(Cause::statement),
                cause.map(Cause::statement).flatMap(Rule::brokenBy),
                cause.map(story::of).or(() -> failed.offending().map(story::of)).orElse(List.of()));
    }
}
