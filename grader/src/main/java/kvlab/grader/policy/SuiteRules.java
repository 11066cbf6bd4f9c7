package kvlab.grader.policy;

import java.util.List;
import kvlab.grader.execute.LabSuite;

/**
 * The rules of the tests of one suite.
 *
 * @param tests every test of the suite, by number
 */
public record SuiteRules(LabSuite suite, List<TestRule> tests) {

    public SuiteRules {
        tests = List.copyOf(tests);
    }

    public String name() {
        return suite.name();
    }
}
