package kvlab.grader.export.ci;

import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import kvlab.grader.grade.result.StudentView;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.grade.result.Terms;
import kvlab.grader.policy.score.TestResult;
import kvlab.grader.policy.score.VerdictName;
import kvlab.grader.report.ResultWords;

/**
 * A result in the format of {@code surefire-test-report.xsd}: one suite, with a case for each test.
 *
 * <p>A test that lost points is a failure, even if most of its schedules passed: schedules are deterministic, so a
 * further schedule is not a retry. A test that failed in some schedules and still has all its points is a case with a
 * {@code flakyFailure}, which counts as passed. An undecided test is an error. The file contains no times, host names
 * or system properties.
 */
public final class JunitXml {

    private static final String NO_TIME = "0";

    private enum Outcome {
        PASSED(""),
        PASSED_NEVERTHELESS("flakyFailure"),
        FAILED("failure"),
        NOT_DECIDED("error");

        private final String element;

        Outcome(String element) {
            this.element = element;
        }

        static Outcome of(TestResult test) {
            if (test.verdict() == VerdictName.PASSED) {
                return PASSED;
            } else if (!test.isDecided()) {
                return NOT_DECIDED;
            }
            boolean allPoints = test.worth().signum() > 0 && test.earned().compareTo(test.worth()) == 0;
            return allPoints ? PASSED_NEVERTHELESS : FAILED;
        }
    }

    /** Renders the part that the policy shows to students. */
    public String render(SubmissionResult whole) {
        SubmissionResult result = StudentView.of(whole);
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newInstance().createXMLStreamWriter(text);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("testsuite");
            attribute(xml, "name", result.submission());
            attribute(xml, "time", NO_TIME);
            attribute(xml, "tests", Integer.toString(result.tests().size()));
            attribute(xml, "errors", count(result.tests(), Outcome.NOT_DECIDED));
            attribute(xml, "skipped", "0");
            attribute(xml, "failures", count(result.tests(), Outcome.FAILED));
            for (TestResult test : result.tests()) {
                write(xml, result.terms(), test);
            }
            xml.writeCharacters("\n");
            xml.writeEndElement();
            xml.writeCharacters("\n");
            xml.writeEndDocument();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a string can be written to", e);
        }
        return text.toString();
    }

    private static String count(List<TestResult> tests, Outcome outcome) {
        return Long.toString(
                tests.stream().filter(test -> Outcome.of(test) == outcome).count());
    }

    private static void write(XMLStreamWriter xml, Terms terms, TestResult test) throws XMLStreamException {
        Outcome outcome = Outcome.of(test);
        xml.writeCharacters("\n  ");
        xml.writeStartElement("testcase");
        attribute(xml, "name", test.number() + ": " + test.title());
        attribute(xml, "classname", "kvlab." + test.suite());
        attribute(xml, "time", NO_TIME);
        if (outcome != Outcome.PASSED) {
            xml.writeCharacters("\n    ");
            xml.writeStartElement(outcome.element);
            attribute(xml, "message", ResultWords.lostPoints(test));
            attribute(xml, "type", test.verdict().inFiles());
            if (outcome == Outcome.PASSED_NEVERTHELESS) {
                xml.writeStartElement("stackTrace");
                xml.writeCharacters(legal(explanation(terms, test)));
                xml.writeEndElement();
            } else {
                xml.writeCharacters(legal(explanation(terms, test)));
            }
            xml.writeEndElement();
            xml.writeCharacters("\n  ");
        }
        xml.writeEndElement();
    }

    private static String explanation(Terms terms, TestResult test) {
        return Stream.concat(Stream.of(ResultWords.points(terms, test)), ResultWords.failure(test))
                .map(text -> text + "\n")
                .collect(Collectors.joining());
    }

    private static void attribute(XMLStreamWriter xml, String name, String value) throws XMLStreamException {
        xml.writeAttribute(name, legal(value));
    }

    /** The text with a question mark for each character that XML 1.0 does not allow even when escaped. */
    private static String legal(String text) {
        return text.codePoints()
                .map(c -> isLegal(c) ? c : '?')
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isLegal(int c) {
        return c == '\t' || c == '\n' || c >= ' ' && c <= 0xD7FF || c >= 0xE000 && c <= 0xFFFD || c >= 0x10000;
    }
}
