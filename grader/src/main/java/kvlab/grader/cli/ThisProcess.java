package kvlab.grader.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.CheckJob;
import kvlab.grader.check.Checked;
import kvlab.grader.check.CompileError;
import kvlab.grader.check.SubmissionClassLoader;
import kvlab.grader.execute.LabSuite;
import kvlab.grader.intake.Submission;
import kvlab.schedule.LoadedSubmission;
import kvlab.sim.World;
import kvlab.submission.SubmissionRefused;

/** Runs submissions in this process: what they print goes beside the command's own lines, and none of them may end it. */
final class ThisProcess {

    private ThisProcess() {}

    /** A submission cannot be run; the reason has been printed. */
    static final class NotRunException extends Exception {
        private static final long serialVersionUID = 1;

        private NotRunException() {}
    }

    /** What a command does. */
    interface Work {
        /**
         * @param out the command's own output; what submissions print goes elsewhere
         * @return the exit code
         */
        int run(PrintStream out) throws IOException, NotRunException;
    }

    /** Compiles, checks and loads the submission at these paths, or prints why not. */
    static LoadedSubmission load(List<Path> paths, LabSuite suite) throws IOException, NotRunException {
        TestedSources sources = TestedSources.at(paths);
        Submission submission = sources.read();
        Checked checked = new CheckJob(submission.files(), suite.needs(), sources.api()).check();
        if (!(checked instanceof Checked.Accepted accepted)) {
            refused(submission, checked);
            throw new NotRunException();
        }
        return new LoadedSubmission(new SubmissionClassLoader(accepted.classes()), suite.needs(), new World());
    }

    /** Prints why the submission is refused, and returns the exit code. */
    static int refused(Submission submission, Checked checked) {
        String why;
        if (checked instanceof Checked.DoesNotCompile failed) {
            failed.errors().stream().map(CompileError::rendered).forEach(System.err::println);
            why = failed.reason().message();
        } else {
            List<Diagnostic> findings = ((Checked.BreaksRules) checked).findings();
            findings.forEach(finding -> System.err.println(finding.message()));
            why = "breaks the lab's rules in " + (findings.size() == 1 ? "one place" : findings.size() + " places");
        }
        System.err.println("kvlab: " + submission.path() + " " + why);
        return ExitCode.WRONG_USE;
    }

    /**
     * Does the work.
     *
     * @param prints makes of standard output what submissions print to
     * @return its exit code, or that of wrong use if a submission cannot be run
     */
    static int run(Function<OutputStream, PrintStream> prints, Work work) throws IOException {
        FreshLines shared = new FreshLines(System.out);
        PrintStream before = System.out;
        PrintStream own = shared.ownLines();
        System.setOut(prints.apply(shared));
        Thread exitWatch = new Thread(ThisProcess::endedEarly, "exit-watch");
        Runtime.getRuntime().addShutdownHook(exitWatch);
        try {
            return work.run(own);
        } catch (NotRunException printed) {
            return ExitCode.WRONG_USE;
        } catch (SubmissionRefused refused) {
            refused.findings().stream().map(Diagnostic::message).forEach(System.err::println);
            return ExitCode.WRONG_USE;
        } finally {
            Runtime.getRuntime().removeShutdownHook(exitWatch);
            System.setOut(before);
        }
    }

    /** The same where what submissions print is passed on unchanged. */
    static int run(Work work) throws IOException {
        return run(out -> new PrintStream(out, true, StandardCharsets.UTF_8), work);
    }

    /** Otherwise a server that calls {@code System.exit(0)} would seem to pass. */
    private static void endedEarly() {
        System.err.println();
        System.err.println("kvlab: the run ended before its last test: it was interrupted, or KvServer called"
                + " System.exit, which a server must not do");
        Runtime.getRuntime().halt(ExitCode.TEST_FAILED);
    }
}
