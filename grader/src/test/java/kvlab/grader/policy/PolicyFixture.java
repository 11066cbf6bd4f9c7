package kvlab.grader.policy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.policy.yaml.PolicyReader;
import kvlab.grader.policy.yaml.UnusablePolicyException;

/** Policies for tests, read from text under the suites that the kit has. */
public final class PolicyFixture {

    /** The least that a policy must say: nine tests of ten points each. */
    public static final String MINIMUM = """
            name: least
            suites:
              core: { points: 10 }
            """;

    private static final PolicyReader READER = reader(9);

    private PolicyFixture() {}

    /** A policy that is right. */
    public static Policy policy(String text) {
        return firstTests(9, text);
    }

    /** The same under a suite {@code core} that has fewer tests. */
    public static Policy firstTests(int count, String text) {
        try {
            return reader(count).read("p.yaml", text.getBytes(StandardCharsets.UTF_8));
        } catch (UnusablePolicyException e) {
            throw new AssertionError(e);
        }
    }

    /** What is wrong with one that is not, in a line each. */
    public static List<String> problems(String text) {
        try {
            read(text.getBytes(StandardCharsets.UTF_8));
            return List.of();
        } catch (UnusablePolicyException e) {
            return e.problems().stream()
                    .map(UnusablePolicyException.Problem::toString)
                    .toList();
        }
    }

    public static Policy read(byte[] bytes) throws UnusablePolicyException {
        return READER.read("p.yaml", bytes);
    }

    private static PolicyReader reader(int coreTests) {
        return new PolicyReader(
                List.of(new LabSuite("core", suite("core").tests().subList(0, coreTests)), suite("extended")));
    }

    private static LabSuite suite(String name) {
        return LabSuite.named(name).orElseThrow();
    }
}
