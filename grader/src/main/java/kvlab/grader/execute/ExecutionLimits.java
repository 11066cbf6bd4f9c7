package kvlab.grader.execute;

import java.util.List;
import kvlab.grader.check.AllowList;
import kvlab.grader.execute.sandbox.Sandbox;

/**
 * What a submission is held to.
 *
 * @param alsoAllowed lines that {@link AllowList#plus} takes: what it may use beyond the standard list
 * @param forbidden lines that {@link AllowList#minus} takes: what it may not use all the same
 */
public record ExecutionLimits(Limits limits, Sandbox sandbox, List<String> alsoAllowed, List<String> forbidden) {

    /** Nothing is forbidden that the standard list allows. */
    public ExecutionLimits(Limits limits, Sandbox sandbox, List<String> alsoAllowed) {
        this(limits, sandbox, alsoAllowed, List.of());
    }

    public ExecutionLimits {
        alsoAllowed = List.copyOf(alsoAllowed);
        forbidden = List.copyOf(forbidden);
    }
}
