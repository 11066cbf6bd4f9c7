package kvlab.grader.policy;

import java.util.List;
import kvlab.grader.execute.LabSuite;

/**
 * What the tests of one suite are worth.
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
