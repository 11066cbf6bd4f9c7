package kvlab.grader.run;

import java.util.List;
import kvlab.grader.rules.AllowList;

/**
 * What a submission is held to.
 *
 * @param alsoAllowed lines that {@link AllowList#plus} takes: what it may use beyond the standard list
 */
public record Confinement(Limits limits, Sandbox sandbox, List<String> alsoAllowed) {

    public Confinement {
        alsoAllowed = List.copyOf(alsoAllowed);
    }
}
