package kvlab.grader.check;

import java.util.List;
import java.util.stream.Stream;

/**
 * What a policy changes in the list of what every submission may use.
 *
 * @param allowed beyond that list
 * @param forbidden although that list, or {@code allowed}, has it
 */
public record ApiRules(List<ApiName> allowed, List<ApiName> forbidden) {

    /** The list as it is. */
    public static final ApiRules NONE = new ApiRules(List.of(), List.of());

    public ApiRules {
        allowed = List.copyOf(allowed);
        forbidden = List.copyOf(forbidden);
    }

    /** More is allowed, and nothing forbidden. */
    public static ApiRules allowing(String... names) {
        return new ApiRules(Stream.of(names).map(ApiName::new).toList(), List.of());
    }
}
