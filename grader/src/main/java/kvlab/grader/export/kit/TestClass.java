package kvlab.grader.export.kit;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import kvlab.grader.execute.LabSuite;
import kvlab.schedule.TestCase;

/** A JUnit class with a method for each test of a suite, so that an editor shows an arrow beside each. */
record TestClass(LabSuite suite) {

    /** The classes are named after what they test. */
    private static final Map<String, String> NAMES =
            Map.of("core", "KvServerTest", "extended", "ClerkTest", "raft", "StudentRaftTest");

    String name() {
        return NAMES.get(suite.name());
    }

    String source() {
        String suiteClass = suite.tests().get(0).method().getDeclaringClass().getSimpleName();
        int digits = String.valueOf(suite.tests().size()).length();
        String methods = suite.tests().stream()
                .map(test -> method(test, suiteClass, digits))
                .collect(Collectors.joining("\n"));
        return String.join(
                "\n",
                List.of(
                        "package lab;",
                        "",
                        "import kvlab.junit.RunsTest;",
                        "import kvlab.scenario." + suiteClass + ";",
                        "import org.junit.jupiter.api.DisplayName;",
                        "import org.junit.jupiter.api.MethodOrderer;",
                        "import org.junit.jupiter.api.TestMethodOrder;",
                        "",
                        "/**",
                        " * The tests of the suite " + suite.name() + ", to run and debug one by one; each stands in "
                                + suiteClass + ".",
                        " * The seed is a VM option: -Dkvlab.seed=81, and -Dkvlab.schedules=100 runs more than one schedule.",
                        " */",
                        "@TestMethodOrder(MethodOrderer.MethodName.class)",
                        "class " + name() + " {",
                        "",
                        methods + "}",
                        ""));
    }

    private static String method(TestCase test, String suiteClass, int digits) {
        String scenario = test.method().getName();
        String name = "test" + String.format(Locale.ROOT, "%0" + digits + "d", test.number())
                + Character.toUpperCase(scenario.charAt(0))
                + scenario.substring(1);
        return String.join(
                "\n",
                "    @RunsTest(suite = " + suiteClass + ".class, number = " + test.number() + ")",
                "    @DisplayName(\"" + test.number() + ": " + test.title().replace("\"", "\\\"") + "\")",
                "    void " + name + "() {}",
                "");
    }
}
