package kvlab.grader.policy;

import java.util.List;

/**
 * What a policy must know of a suite.
 *
 * @param name what policy files call it
 * @param tests the numbers of its tests, from the lowest
 * @param files that a submission needs for it
 */
public record SuiteOutline(String name, List<Integer> tests, List<String> files) {

    public SuiteOutline {
        tests = List.copyOf(tests);
        files = List.copyOf(files);
    }
}
