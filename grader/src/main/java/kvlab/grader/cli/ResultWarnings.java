package kvlab.grader.cli;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kvlab.grader.grade.Batch;
import kvlab.grader.grade.KeptResults;
import kvlab.grader.grade.result.ResultDirectory.Unusable;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.report.GuardedReports;
import kvlab.grader.report.PlainText;

/** Warnings about results for a TA. A method prints nothing if it has no warnings. */
final class ResultWarnings {

    private static final int MAX_LISTED = 20;

    private final PrintStream out;

    ResultWarnings(PrintStream out) {
        this.out = out;
    }

    /** Lists undecided submissions and returns the exit code. */
    int undecided(List<SubmissionResult> results) {
        List<String> undecided = results.stream()
                .filter(result -> !result.decided())
                .map(SubmissionResult::submission)
                .toList();
        if (undecided.isEmpty()) {
            return ExitCode.OK;
        }
        out.println("not decided, and no student's fault: " + String.join(", ", undecided)
                + ". Try them again with --retry-infrastructure");
        return ExitCode.KIT_FAILED;
    }

    /** Lists submissions that might have been late and returns the exit code. */
    int timesUnknown(List<SubmissionResult> results) {
        List<String> unknown = results.stream()
                .filter(SubmissionResult::lacksItsTime)
                .map(SubmissionResult::submission)
                .toList();
        if (unknown.isEmpty()) {
            return ExitCode.OK;
        }
        out.println(
                "counted as in time, or as a day late if marked so, though nobody says when they were handed in: "
                        + unknown.size() + " of "
                        + results.size() + ", "
                        + unknown.stream().limit(MAX_LISTED).collect(Collectors.joining(", "))
                        + (unknown.size() > MAX_LISTED ? ", ..." : "")
                        + ". Give the times with --times or --submitted, or say --times-unknown=on-time if all of them were in time");
        return ExitCode.TIMES_UNKNOWN;
    }

    /** Lists submissions at which a person must look. */
    void review(List<SubmissionResult> results) {
        results.forEach(result -> result.review()
                .forEach(why -> out.println(result.submission() + ": for review: " + PlainText.line(why.message()))));
    }

    /**
     * Lists results whose submissions are missing.
     *
     * @param graded names of the submissions that have a result
     * @param handedIn names of all submissions
     * @param source a description of the source of these names
     */
    void leftOver(Collection<String> graded, Set<String> handedIn, String source, Path results) {
        List<String> leftOver =
                graded.stream().filter(name -> !handedIn.contains(name)).toList();
        if (!leftOver.isEmpty()) {
            out.println("not in " + source + ", perhaps withdrawn or renamed: "
                    + PlainText.line(String.join(", ", leftOver))
                    + ". The reports have them; to leave one out, delete its .json in " + results);
        }
    }

    /** @throws WrongUseException if another version of the kit wrote some of them; nothing is changed */
    static void requireThisVersion(List<Unusable> unusable, Path directory) {
        List<Unusable> others = unusable.stream().filter(Unusable::otherVersion).toList();
        if (!others.isEmpty()) {
            throw new WrongUseException(PlainText.line(ofOtherVersion(others, directory)));
        }
    }

    /** Lists results that the reports leave out and returns the exit code. */
    int damaged(List<Unusable> unusable, Path directory) {
        List<Unusable> others = unusable.stream().filter(Unusable::otherVersion).toList();
        List<Unusable> damaged =
                unusable.stream().filter(file -> !file.otherVersion()).toList();
        if (!others.isEmpty()) {
            out.println(PlainText.line("in no report: " + ofOtherVersion(others, directory)));
        }
        if (!damaged.isEmpty()) {
            out.println("damaged, or changed by hand, and in no report:");
            damaged.forEach(file -> out.println("  " + PlainText.line(file.file() + ": " + file.reason())));
            out.println("Grade these submissions again with ./kvlab grade, which keeps such a file under another name;"
                    + " move away what is of no submission. Scores are changed by hand in the gradebook");
        }
        return unusable.isEmpty() ? ExitCode.OK : ExitCode.KIT_FAILED;
    }

    /** Lists submissions without a result and returns the exit code. */
    int notGraded(List<String> names, int all) {
        if (names.isEmpty()) {
            return ExitCode.OK;
        }
        out.println("not graded: " + names.size() + " of " + all + ", and in no report: " + String.join(", ", names));
        return ExitCode.KIT_FAILED;
    }

    /** Lists reports that could not be made and returns the exit code. */
    int missing(List<GuardedReports.Missing> missing) {
        if (missing.isEmpty()) {
            return ExitCode.OK;
        }
        out.println("could not be made, and all other reports could:");
        missing.stream()
                .limit(MAX_LISTED)
                .forEach(each -> out.println("  "
                        + PlainText.line(each.report()
                                + each.submission()
                                        .map(name -> ", the part of " + name)
                                        .orElse("") + ": " + each.reason())));
        if (missing.size() > MAX_LISTED) {
            out.println("  and " + (missing.size() - MAX_LISTED) + " more");
        }
        boolean ofMachine = missing.stream().allMatch(GuardedReports.Missing::ofMachine);
        out.println("The results are unharmed, in their .json; "
                + (ofMachine ? "./kvlab report makes the reports again" : "please report this"));
        return ExitCode.KIT_FAILED;
    }

    /** Prints the damaged files that a step renamed. */
    void setAside(Batch.Step step) {
        for (KeptResults.SetAside setAside : step.setAside()) {
            Unusable file = setAside.unusable();
            String line = file.file()
                    + (file.otherVersion() ? " was of another version" : " was damaged, or changed by hand")
                    + " (" + file.reason() + "): "
                    + (step.graded() ? file.submission() + " was graded again" : "it counts as no result")
                    + ", and the file is kept as " + setAside.keptAs().getFileName();
            out.println(PlainText.line(line));
        }
    }

    private static String ofOtherVersion(List<Unusable> files, Path directory) {
        String names = files.stream().map(Unusable::submission).limit(3).collect(Collectors.joining(", "));
        return files.size() + (files.size() == 1 ? " result" : " results") + " in " + directory + " (" + names
                + (files.size() > 3 ? ", ..." : "") + ") " + (files.size() == 1 ? "was" : "were")
                + " written by another version of kvlab, and this one does not read them ("
                + files.get(0).reason()
                + "). Grade again with ./kvlab grade: with --replace, which keeps the old files under another name, or into"
                + " another directory";
    }
}
