package kvlab.grader.export.ci;

import static kvlab.grader.TestDiagnostics.saying;
import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import kvlab.grader.grade.result.ResultFixture;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.policy.Policy;
import kvlab.grader.policy.PolicyFixture;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

class JunitXmlTest {

    private static final Verdict PASSED = new Verdict.Passed();

    @Test
    void aTestThatLostPointsIsAFailureInItsSuite() throws Exception {
        assertEquals(
                """
            <?xml version="1.0" encoding="UTF-8"?>
            <testsuite name="alice" time="0" tests="2" errors="0" skipped="0" failures="1">
              <testcase name="1: Test 1" classname="kvlab.core" time="0"></testcase>
              <testcase name="2: Test 2" classname="kvlab.core" time="0">
                <failure message="core 2 (Test 2) timed out, 0 of 2.5 points: stands ?[31mstill" type="timed out">%s
            stands ?[31mstill
            at KvServer.put
            replay: ./kvlab test --test 2 --seed 4 --edition EDITION
            </failure>
              </testcase>
            </testsuite>
            """.replace("EDITION", ResultFixture.EDITION)
                        .replace("%s", "failed in 3 of the 7 schedules run: 0 of 2.5"),
                new JunitXml().render(ResultFixture.halfRight("alice")));
    }

    @Test
    void whatTheKitCouldNotDecideIsAnErrorAndNoFailure() throws Exception {
        Element suite = parsed(ResultFixture.undecided("bob"));
        assertEquals("1", suite.getAttribute("errors"));
        assertEquals("0", suite.getAttribute("failures"));
        assertEquals(1, suite.getElementsByTagName("error").getLength());
    }

    @Test
    void aRefusedSubmissionFailsInEveryTest() throws Exception {
        assertEquals("2", parsed(ResultFixture.refused("eve", "no")).getAttribute("failures"));
    }

    @Test
    void aTestIsFlakyOnlyWhereThePolicyGaveAllItsPoints() throws Exception {
        String some = "name: most\nrepeated-runs: minimum-rate\nminimum-rate: %\n"
                + "suites: { core: { points: 1, schedules: 10 } }";
        Verdict failed = new Verdict.Failed(saying("lost"), "");
        Policy generous = PolicyFixture.firstTests(2, some.replace("%", "40"));
        Element suite = parsed(ResultFixture.by(generous, "a", 0, List.of(), PASSED, failed));
        assertEquals("0", suite.getAttribute("failures"));
        Element flaky = (Element) suite.getElementsByTagName("flakyFailure").item(0);
        assertTrue(flaky.getElementsByTagName("stackTrace")
                .item(0)
                .getTextContent()
                .contains("lost"));

        Policy strict = PolicyFixture.firstTests(2, some.replace("%", "50"));
        suite = parsed(ResultFixture.by(strict, "a", 0, List.of(), PASSED, failed));
        assertEquals("1", suite.getAttribute("failures"));
        assertEquals(0, suite.getElementsByTagName("flakyFailure").getLength());
    }

    @Test
    void noTextOfASubmissionBreaksTheXml() throws Exception {
        String hostile = "]]></failure><testcase/>\u0000\u001B\uFFFE\uD800 & \"'\uD83D\uDE00";
        Element suite = parsed(ResultFixture.of("a", PASSED, new Verdict.Failed(saying(hostile), hostile)));
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertTrue(failure.getTextContent().contains("]]></failure><testcase/>????" + " & \"'\uD83D\uDE00"));
        assertEquals(2, suite.getElementsByTagName("testcase").getLength());
    }

    @Test
    void testsThatStudentsMayNotSeeAreNotThere() throws Exception {
        Policy policy = PolicyFixture.firstTests(
                2,
                "name: hidden\nsuites: { core: { points: 1, tests: { 1: { points: 1, students-see: verdict },"
                        + " 2: { points: 1, students-see: nothing } } } }");
        Verdict failed = new Verdict.Failed(saying("the secret"), "of the test");
        String xml = new JunitXml().render(ResultFixture.by(policy, "a", 0, List.of(), failed, failed));
        assertTrue(xml.contains("tests=\"1\"") && xml.contains("<failure "), xml);
        assertFalse(xml.contains("secret") || xml.contains("Test 2"), xml);
    }

    @ParameterizedTest
    @MethodSource("resultsOfEveryKind")
    void whatIsWrittenIsWhatSurefiresSchemaSays(SubmissionResult result) {
        assertDoesNotThrow(() -> validate(new JunitXml().render(result)));
    }

    static List<SubmissionResult> resultsOfEveryKind() {
        String hostile = "]]></failure>\u0000\u001B[31m\u0085\uFFFE\uD800 & \"'<\uD83D\uDE00\t\r\n--><x/>";
        Policy generous = PolicyFixture.firstTests(
                2,
                "name: most\nrepeated-runs: minimum-rate\nminimum-rate: 40\n"
                        + "suites: { core: { points: 1, schedules: 10 } }");
        Policy hidden =
                PolicyFixture.firstTests(2, "name: hidden\nsuites: { core: { points: 1, students-see: nothing } }");
        Verdict failed = new Verdict.Failed(saying(hostile), hostile);
        return List.of(
                ResultFixture.passed("alice"),
                ResultFixture.of("b", failed, new Verdict.TimedOut(saying(hostile), hostile)),
                ResultFixture.of("c", new Verdict.Crashed(saying(hostile), hostile), PASSED),
                ResultFixture.refused("d", hostile),
                ResultFixture.of("e", new Verdict.Undecided(saying(hostile), hostile), PASSED),
                ResultFixture.of("f", failed, new Verdict.InfrastructureError(saying(hostile), hostile)),
                ResultFixture.by(generous, "g", 0, List.of(), failed, PASSED),
                ResultFixture.by(hidden, "h", 0, List.of(), failed, failed));
    }

    @Test
    void theSchemaIsHeldAgainstIt() {
        String xml = new JunitXml().render(ResultFixture.halfRight("alice"));
        assertThrows(SAXException.class, () -> validate(xml.replace("skipped=\"0\" ", "")));
        assertThrows(SAXException.class, () -> validate(xml.replace("failure", "mishap")));
    }

    /** As Maven Surefire 3.6.0 publishes it. */
    private static void validate(String xml) throws SAXException, IOException {
        Schema schema = SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(JunitXmlTest.class.getResource("surefire-test-report.xsd"));
        schema.newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8))));
    }

    private static Element parsed(SubmissionResult result) throws Exception {
        byte[] file = new JunitXml().render(result).getBytes(StandardCharsets.UTF_8);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(file))
                .getDocumentElement();
    }
}
