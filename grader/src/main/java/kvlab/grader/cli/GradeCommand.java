package kvlab.grader.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.export.ci.GithubJob;
import kvlab.grader.grade.Batch;
import kvlab.grader.grade.KeptResults;
import kvlab.grader.grade.result.ResultDirectory;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.policy.Policy;
import kvlab.grader.report.ClassOutcome;
import kvlab.grader.report.ClassSummary;
import kvlab.grader.report.FileTrouble;
import kvlab.grader.report.GradeTable;
import kvlab.grader.report.GuardedReports;
import kvlab.grader.report.PlainText;
import kvlab.grader.report.ScoreChanges;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code kvlab grade}: runs all tests on all submissions in child processes, and stores the results. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description =
                "Grades submissions: prints a table, writes DIR/<submission>.json for each and reports on all. What is"
                        + " there already, and not damaged, is not graded again, so a run that was interrupted goes on where"
                        + " it was.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every submission got its verdicts",
            "1:with --github: some submission has less than full marks",
            "2:wrong use",
            "3:the kit itself failed, or a required sandbox is missing, or the kit could not decide some test, or the reports go without a damaged result, or some"
                    + " report cannot be made, or with --no-grading something is not graded: those submissions are listed",
            "4:otherwise 0 or 1, but nobody says when some submissions were handed in, and the policy has a due time: those are"
                    + " listed; not with --times-unknown=on-time, nor with --no-reports"
        })
final class GradeCommand implements Callable<Integer> {

    @Mixin
    private SubmissionOptions submissions;

    @Mixin
    private PolicyOptions policies;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "kvlab-results",
            description = "Where results and reports go (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--parallel",
            paramLabel = "P",
            description = "How many schedules at the same time, over all submissions (default: two per processor).")
    private Optional<Integer> parallel;

    @Option(
            names = "--only",
            paramLabel = "NAME",
            description = "Grade this submission and no other; may be given several times.")
    private Set<String> only = new LinkedHashSet<>();

    @Option(
            names = "--retry-infrastructure",
            description =
                    "Grade those again that the kit could not decide, because it failed itself or ran out of states.")
    private boolean undecidedAgain;

    @Option(
            names = "--replace",
            description = "Let results take the place of earlier ones for another state of submission, policy or kit."
                    + " Without it, only what would change is shown. The kit's own skeleton needs no such option.")
    private boolean replace;

    @Option(names = "--no-reports", description = "Write results only; ./kvlab report DIR makes the reports later.")
    private boolean noReports;

    @Option(
            names = "--no-grading",
            description = "Grade nothing: report on what has been graded, and name what has not.")
    private boolean noGrading;

    @Option(
            names = "--github",
            description =
                    "Tell GitHub Actions: a summary of the job, annotations, of one submission its result as the step's"
                            + " output, and exit code 1 unless everyone has full marks.")
    private boolean github;

    @Option(
            names = "--require-sandbox",
            description = "Run no submission, and exit with 3, unless bubblewrap shuts submissions in on this machine.")
    private boolean requireSandbox;

    @Mixin
    private OutputOptions output;

    @Override
    public Integer call() throws Exception {
        long start = System.nanoTime();
        if (github && output.json()) {
            throw new WrongUseException("--github and --json both need standard output: give one of them");
        }
        Optional<GithubJob> job = github ? Optional.of(GithubJob.here()) : Optional.empty();
        Policy policy = policies.policy();
        boolean timesMatter = !submissions.unknownIsOnTime() && !noReports;
        int threads = Schedules.parallel(parallel);
        List<StudentUploads> students = submissions.uploads(only, policy, output.notices());
        submissions.requireApart("--out", out);
        ResultDirectory results = open(out);
        OverrideFile overrides = OverrideFile.in(out);
        boolean takesOver = replace || KitHome.isOwnWork(submissions.paths());
        if (!takesOver) {
            ResultWarnings.requireThisVersion(
                    students.stream()
                            .flatMap(uploads -> results.read(uploads.fileName()).unusable().stream())
                            .toList(),
                    out);
        }
        KeptResults kept = new KeptResults(results, open(out.resolve(KeptResults.WAITING)), takesOver, undecidedAgain);
        Sandbox sandbox = sandbox(policy);
        Batch batch = new Batch(
                policy,
                KitHome.path(),
                threads,
                sandbox,
                kept,
                submissions.roster().concessions());
        PrintStream routine = output.routine();
        PrintStream important = output.important();
        List<Batch.Step> steps = noGrading ? batch.graded(students) : grade(batch, students);
        List<SubmissionResult> shown =
                overrides.applyTo(steps.stream().map(Batch.Step::result).toList());
        GuardedReports reports = new GuardedReports();
        reports.render("the table", shown, new GradeTable(output.columns())::render)
                .ifPresent(routine::print);
        if (!noGrading) {
            routine.println(sandbox.description().message());
        }
        tellChanges(steps, takesOver);
        ResultWarnings warnings = new ResultWarnings(important);
        steps.forEach(warnings::setAside);
        if (output.quiet()) {
            warnings.review(shown);
        }
        submissions.notes().forEach(note -> important.println("note: " + note));
        if (only.isEmpty()) {
            submissions.roster().tellMissing(routine, important);
        }
        List<ResultDirectory.Unusable> unusable = noReports ? List.of() : report(results.readAll(), overrides, reports);
        routine.println("details: " + out + "/<submission>.json"
                + (noReports ? "" : " and, to look at, " + out.resolve(ReportFiles.INDEX)));
        if (only.isEmpty() && submissions.areOfClass()) {
            tellLeftOver(warnings, results, unusable, students);
        }
        List<String> notGraded = notGraded(shown, students);
        int undecided = warnings.undecided(shown);
        int unreliable = warnings.damaged(unusable, out);
        int missing = warnings.notGraded(notGraded, students.size());
        int times = timesMatter ? warnings.timesUnknown(shown) : ExitCode.OK;
        int full = job.isPresent() && !job.get().end(shown, reports) ? ExitCode.TEST_FAILED : ExitCode.OK;
        int incomplete = warnings.missing(reports.missing());
        int exitCode = IntStream.of(undecided, unreliable, missing, incomplete, times, full)
                .filter(code -> code != ExitCode.OK)
                .findFirst()
                .orElse(ExitCode.OK);
        summarise(shown, Duration.ofNanos(System.nanoTime() - start));
        if (output.json()) {
            output.print(new ClassOutcome(
                    exitCode,
                    shown,
                    earlierScores(steps),
                    takesOver,
                    notGraded,
                    unusable.stream().map(ResultDirectory.Unusable::submission).toList(),
                    submissions.roster().missingPeople(false),
                    submissions.roster().missingPeople(true)));
        }
        return exitCode;
    }

    private Sandbox sandbox(Policy policy) {
        if (noGrading) {
            return Sandbox.none("nothing is run");
        }
        Sandbox best = Sandbox.best(policy.limits().processes());
        if (requireSandbox) {
            requireClosed(best);
        }
        return best;
    }

    /** @throws EnvironmentFailureException if submissions would see the machine */
    static void requireClosed(Sandbox sandbox) {
        if (!sandbox.isClosed()) {
            throw new EnvironmentFailureException("--require-sandbox: submissions would not be shut in ("
                    + PlainText.line(sandbox.description().message())
                    + "), so none is run. Install the package bubblewrap, and let it make user namespaces");
        }
    }

    /** Returns the results that the reports leave out. */
    private List<ResultDirectory.Unusable> report(
            ResultDirectory.Contents contents, OverrideFile overrides, GuardedReports reports) throws IOException {
        overrides.tell(contents.results(), output.routine(), output.important());
        new ReportFiles(out).write(overrides.applyTo(contents.results()), reports);
        return contents.unusable();
    }

    private void tellLeftOver(
            ResultWarnings warnings,
            ResultDirectory results,
            List<ResultDirectory.Unusable> unusable,
            List<StudentUploads> students)
            throws IOException {
        Set<String> there = new LinkedHashSet<>(results.submissions());
        unusable.forEach(result -> there.remove(result.submission()));
        Set<String> handedIn = students.stream().map(StudentUploads::fileName).collect(Collectors.toSet());
        warnings.leftOver(there, handedIn, "what was handed in", out);
    }

    private static List<String> notGraded(List<SubmissionResult> graded, List<StudentUploads> students) {
        Set<String> names = graded.stream().map(SubmissionResult::submission).collect(Collectors.toSet());
        return students.stream()
                .map(StudentUploads::fileName)
                .filter(name -> !names.contains(name))
                .toList();
    }

    private List<Batch.Step> grade(Batch batch, List<StudentUploads> students)
            throws IOException, InterruptedException {
        GradeProgress progress = new GradeProgress(output.routine(), students.size());
        List<Batch.Step> steps;
        try {
            steps = batch.grade(students, progress);
        } finally {
            progress.end();
        }
        long there = steps.stream().filter(step -> !step.graded()).count();
        if (there > 0) {
            output.routine()
                    .println(there + " of " + steps.size() + " were graded before, and nothing has changed since");
        }
        return steps;
    }

    private void tellChanges(List<Batch.Step> steps, boolean takesOver) {
        ScoreChanges changes = new ScoreChanges(steps.stream()
                .flatMap(step -> step.earlier().stream().map(old -> new ScoreChanges.Change(old, step.result())))
                .toList());
        if (!changes.isEmpty()) {
            PrintStream where = takesOver ? output.routine() : output.important();
            where.print(changes.render());
            where.println(
                    takesOver
                            ? "the new results have taken their place"
                            : "nothing is replaced yet: the same command with --replace puts the new results in their place,"
                                    + " without grading again");
        }
    }

    private void summarise(List<SubmissionResult> shown, Duration time) {
        int missing = submissions.roster().missing(false).size();
        output.routine()
                .println(ClassSummary.of(shown).inWords() + (missing == 0 ? "" : "; " + missing + " not handed in")
                        + "; " + TimeToGo.rounded(time));
    }

    private static Map<String, BigDecimal> earlierScores(List<Batch.Step> steps) {
        Map<String, BigDecimal> earlier = new HashMap<>();
        steps.forEach(step -> step.earlier().ifPresent(old -> earlier.put(old.submission(), old.score())));
        return earlier;
    }

    private ResultDirectory open(Path directory) {
        try {
            return ResultDirectory.open(directory);
        } catch (IOException e) {
            throw new WrongUseException("--out " + out + ": results cannot be written there ("
                    + FileTrouble.what(e).orElse(e.getMessage()) + "): name a directory of your own");
        }
    }
}
