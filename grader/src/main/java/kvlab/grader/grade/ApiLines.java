package kvlab.grader.grade;

import java.util.List;
import kvlab.grader.check.AllowList;
import kvlab.grader.policy.ApiName;

/** What a policy calls a part of the Java library, as {@link AllowList} has it. */
public final class ApiLines {

    private ApiLines() {}

    /** One for each name. */
    public static List<String> of(List<ApiName> names) {
        return names.stream().map(ApiLines::line).toList();
    }

    private static String line(ApiName api) {
        String name = api.name().replace('$', '.');
        return switch (api.kind()) {
            case PACKAGE -> name + ".*";
            case CLASS -> name;
            case MEMBER -> name.replace("#", ": ").replace("<init>", "new");
        };
    }
}
