package kvlab.grader.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * A policy's changes to the allow-list.
 *
 * @param allowed additions to the list
 * @param forbidden exclusions, which take precedence over the list and {@code allowed}
 */
public record ApiRules(List<ApiName> allowed, List<ApiName> forbidden) {

    /** No changes. */
    public static final ApiRules NONE = new ApiRules(List.of(), List.of());

    public ApiRules {
        allowed = List.copyOf(allowed);
        forbidden = List.copyOf(forbidden);
    }

    /** Additions only. */
    public static ApiRules allowing(String... names) {
        return new ApiRules(Stream.of(names).map(ApiName::new).toList(), List.of());
    }
}
