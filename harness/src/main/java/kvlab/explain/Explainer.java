package kvlab.explain;

import java.util.List;
import java.util.Optional;

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

    private Explainer() {}

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
