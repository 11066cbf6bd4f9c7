package kvlab.grader.cli;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import kvlab.grader.execute.LabSuite;
import kvlab.record.Recording;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;

/** One schedule, as a command line names it: a replay line, or a test alone. */
record ScheduleName(String text, ReplayLine line, LabSuite suite, TestCase test) {
    private static final int SCHEDULES = 100;

    /** The forms, for the help of a command's parameter. */
    static final String FORMS =
            "SUITE/TEST/SEED, such as core/5/81; or SUITE/TEST or, for the core lab, TEST: the first of"
                    + " its " + SCHEDULES
                    + " schedules that fails; or a whole line such as core/5/81~2.AQcB, in which what"
                    + " follows says what is left of the schedule.";

    /** A test without a seed. */
    private static final Pattern TEST = Pattern.compile("(?<suite>[a-z]{1,20}/)?(?<test>\\d{1,3})");

    /** @throws WrongUseException if the text names no schedule of this kit */
    static ScheduleName of(String given) {
        String text = given.strip();
        ReplayLine line = line(text);
        LabSuite suite = suite(line);
        TestCase test = suite.test(line.test());
        requireEdition(line, test);
        return new ScheduleName(text, line, suite, test);
    }

    /** The schedule; if only a test is named, the first one that this submission does not pass, or the very first. */
    ReplayLine on(LoadedSubmission submission) {
        if (!TEST.matcher(text).matches()) {
            return line;
        }
        return ReplayLine.of(
                test,
                LongStream.rangeClosed(1, SCHEDULES)
                        .filter(seed -> !(submission.run(test, seed, Recording.OFF) instanceof Verdict.Passed))
                        .findFirst()
                        .orElse(1));
    }

    private static ReplayLine line(String text) {
        Matcher test = TEST.matcher(text);
        String whole = test.matches()
                ? Optional.ofNullable(test.group("suite")).orElse("core/") + test.group("test") + "/1"
                : text;
        try {
            return ReplayLine.parse(whole);
        } catch (IllegalArgumentException e) {
            throw new WrongUseException("\"" + text + "\" " + e.getMessage());
        }
    }

    private static LabSuite suite(ReplayLine line) {
        LabSuite suite = LabSuite.each().stream()
                .filter(each -> each.name().equals(line.suite()))
                .findFirst()
                .orElseThrow(() -> new WrongUseException("there is no suite " + line.suite() + ": the suites are "
                        + String.join(
                                ", ",
                                LabSuite.each().stream().map(LabSuite::name).toList())));
        if (!suite.numbers().contains(line.test())) {
            throw new WrongUseException("suite " + suite.name() + " has no test " + line.test() + "; its tests are "
                    + suite.numbersInWords());
        }
        return suite;
    }

    private static void requireEdition(ReplayLine line, TestCase test) {
        int edition = test.suite().edition();
        if (line.edition().orElse(edition) != edition) {
            throw new WrongUseException("the line is of edition "
                    + line.edition().getAsInt() + " of suite " + line.suite() + ", and this kit has edition " + edition
                    + ", in which it means another schedule. Replay it with the kit that it was made with, or run "
                    + line.suite() + "/" + line.test() + "/" + line.seed()
                    + " for the schedule that this seed has now");
        }
    }
}
