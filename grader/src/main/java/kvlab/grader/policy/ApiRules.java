package kvlab.grader.policy;

import java.util.List;

/**
 * What a policy adds to the grader's own list of what submissions may use.
 *
 * @param allowed beyond that list
 * @param forbidden although on that list
 */
public record ApiRules(List<ApiName> allowed, List<ApiName> forbidden) {

    public ApiRules {
        allowed = List.copyOf(allowed);
        forbidden = List.copyOf(forbidden);
    }
}
