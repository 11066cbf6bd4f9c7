package kvlab.grader.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.grader.execute.LabSuite;

/**
 * The description of an entry, in the comment at the start of its diff or of one of its files.
 *
 * <pre>
 * // bug S04: what is wrong                    or, for a bug without an id, bug: what is wrong
 * // caught by core 4: part of the message     a line for each test that must catch it
 * // reported by extended 1: part of it        if the test passes, with a remark
 * // refused: part of the message              if it does not get as far as a test
 * // run apart: why                            if it may never end
 * </pre>
 *
 * <p>Correct entries begin with {@code // Correct: what it does}, or {@code // Correct, though ...: what it does}; one that
 * is correct in the core suite only says {@code // only core: why}. One that has what is a bug in another lab names it:
 * {@code // Correct S11: what it does}. The description may go on in further lines, without a colon.
 */
record Header(
        CorpusEntry.Kind kind,
        List<String> bugs,
        String description,
        List<Expectation> expectations,
        boolean runsApart,
        boolean onlyCore) {

    private static final String COMMENT = "//";
    private static final Pattern HEADER = Pattern.compile("\\A(" + COMMENT + ".*\\R?)*");
    private static final Pattern LINE = Pattern.compile("// (?<key>[^:]+): (?<text>.*\\S)\\s*");
    private static final Pattern MORE =
            Pattern.compile("// (?!(?:bug|caught by|reported by|refused|run apart|only core)\\b)(?<text>[^:]+)");
    private static final Pattern BEGINNING =
            Pattern.compile("(?<kind>bug|Correct)(?: (?<ids>[SCRM]\\d\\d(?:, [SCRM]\\d\\d)*))?(?<although>, .+)?");
    private static final Pattern BY_TEST =
            Pattern.compile("(?<how>caught|reported) by (?<suite>\\w+) (?<test>\\d{1,3})");

    /**
     * Reads the header of a file or a diff.
     *
     * @param place where it is, for messages
     * @param suites the suites that test the entry: only they can be expected to catch it
     * @return empty if the file does not begin with a comment
     * @throws MalformedEntryException if it begins with a comment that is no header
     */
    static Optional<Header> read(String place, String source, List<String> suites) {
        List<String> comment =
                source.lines().takeWhile(line -> line.startsWith(COMMENT)).toList();
        return comment.isEmpty() ? Optional.empty() : Optional.of(new Reader(place, suites).read(comment));
    }

    /** A file without its header. */
    static String strip(String source) {
        return HEADER.matcher(source).replaceFirst("");
    }

    private static final class Reader {
        private final String place;
        private final List<String> suites;
        private final List<Expectation> expectations = new ArrayList<>();
        private CorpusEntry.Kind kind;
        private List<String> bugs = List.of();
        private String description = "";
        private boolean described;
        private boolean runsApart;
        private boolean onlyCore;
        private int number;

        Reader(String place, List<String> suites) {
            this.place = place;
            this.suites = suites;
        }

        Header read(List<String> comment) {
            for (String line : comment) {
                number++;
                read(line);
            }
            return new Header(kind, bugs, description, List.copyOf(expectations), runsApart, onlyCore);
        }

        private void read(String line) {
            Matcher known = LINE.matcher(line);
            Matcher more = MORE.matcher(line);
            if (number == 1) {
                if (!known.matches() || !begins(known.group("key"), known.group("text"))) {
                    throw malformed("a header begins with \"// bug S04: what is wrong\", \"// bug: what is wrong\", or"
                            + " \"// Correct: what it does\", not with \"" + line + "\"");
                }
            } else if (more.matches() && !described) {
                description += " " + more.group("text").strip();
            } else if (known.matches() && goesOn(known.group("key"), known.group("text"))) {
                described = true;
            } else {
                throw malformed("\"" + line + "\" is not understood. "
                        + (kind == CorpusEntry.Kind.CORRECT
                                ? "A correct entry's header goes on with \"only core\" or \"run apart\""
                                : "A wrong entry's header goes on with \"caught by core 4\", \"reported by core 4\","
                                        + " \"refused\", or \"run apart\"")
                        + ", a colon, and a text");
            }
        }

        private boolean begins(String key, String text) {
            Matcher beginning = BEGINNING.matcher(key);
            if (!beginning.matches()) {
                return false;
            }
            kind = beginning.group("kind").equals("bug") ? CorpusEntry.Kind.WRONG : CorpusEntry.Kind.CORRECT;
            bugs = Optional.ofNullable(beginning.group("ids"))
                    .map(ids -> List.of(ids.split(", ")))
                    .orElse(List.of());
            String although = beginning.group("although");
            description = (although == null ? "" : although.substring(", ".length()) + ": ") + text;
            return although == null || kind == CorpusEntry.Kind.CORRECT;
        }

        private boolean goesOn(String key, String text) {
            Matcher byTest = BY_TEST.matcher(key);
            boolean wrong = kind == CorpusEntry.Kind.WRONG;
            if (key.equals("run apart")) {
                runsApart = true;
            } else if (key.equals("only core") && !wrong) {
                onlyCore = true;
            } else if (key.equals("refused") && wrong) {
                expectations.add(new Expectation.Refused(text));
            } else if (byTest.matches() && wrong) {
                expectations.add(expectation(byTest, text));
            } else {
                return false;
            }
            return true;
        }

        private Expectation expectation(Matcher byTest, String text) {
            LabSuite suite = LabSuite.named(byTest.group("suite"))
                    .orElseThrow(() -> malformed("there is no suite " + byTest.group("suite") + ": the suites are "
                            + String.join(", ", LabSuite.NAMES)));
            int test = Integer.parseInt(byTest.group("test"));
            if (!suite.numbers().contains(test)) {
                throw malformed(
                        "suite " + suite.name() + " has no test " + test + ": its tests are " + suite.numbersInWords());
            }
            if (!suites.contains(suite.name())) {
                throw malformed("suite " + suite.name() + " does not test what this entry has of its own: these do: "
                        + String.join(", ", suites));
            }
            return byTest.group("how").equals("caught")
                    ? new Expectation.CaughtBy(suite.name(), test, text)
                    : new Expectation.ReportedBy(suite.name(), test, text);
        }

        private MalformedEntryException malformed(String message) {
            return new MalformedEntryException(place + ":" + number, message);
        }
    }
}
