package kvlab.junit;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.stream.Collectors;
import kvlab.cluster.Cluster;
import kvlab.diagnostic.Diagnostic;
import kvlab.junit.SchedulesFailed.Outcome;
import kvlab.postmortem.Postmortem;
import kvlab.record.Recording;
import kvlab.schedule.Ended;
import kvlab.schedule.LoadedSubmission;
import kvlab.schedule.Replay;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.Suite;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import kvlab.sim.Caller;
import kvlab.sim.World;
import kvlab.submission.SubmissionRefused;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;

/** Runs a {@link LabTest} under its schedules, in place of the one call that JUnit would make. */
public final class ScheduleExtension implements ParameterResolver, InvocationInterceptor {
    /** In the root's store once a test has failed, so that its trace is not overwritten. */
    private static final String FAILED = "failed";

    private static final ExtensionContext.Namespace OURS = ExtensionContext.Namespace.create(ScheduleExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Cluster.class;
    }

    /** None: each schedule gets a cluster of its own, below. */
    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return null;
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> call, ExtensionContext context) {
        invocation.skip();
        run(TestOfMethod.find(call.getExecutable()).orElseThrow(), context);
    }

    private static void run(TestCase test, ExtensionContext context) {
        Settings settings = Settings.from(context::getConfigurationParameter);
        ScheduleListener listener = listener(context);
        LoadedSubmission submission;
        try {
            submission = loading(test.suite(), settings, context).result();
        } catch (SubmissionRefused e) {
            Verdict.Refused refused = refused(e);
            listener.scheduleEnded(test.number(), settings.seed(), refused);
            throw failed(test, settings, List.of(new Ended(settings.seed(), refused)), "");
        }
        Tally tally = new Tally();
        SortedMap<Long, Verdict> verdicts =
                submission.runFirstIsolated(test, settings.seeds(), settings.parallel(), ended -> {
                    tally.add(ended.verdict());
                    listener.scheduleEnded(test.number(), ended.seed(), ended.verdict());
                });
        List<Ended> notPassed = verdicts.entrySet().stream()
                .filter(schedule -> !(schedule.getValue() instanceof Verdict.Passed))
                .map(schedule -> new Ended(schedule.getKey(), schedule.getValue()))
                .toList();
        boolean failedBefore = context.getRoot().getStore(OURS).get(FAILED, Boolean.class) != null;
        if (settings.trace().isPresent() && !failedBefore) {
            long seed = notPassed.isEmpty() ? settings.seed() : notPassed.get(0).seed();
            Caller.repeating(() -> writeTrace(settings.trace().get(), submission, test, seed));
        }
        if (!notPassed.isEmpty()) {
            context.getRoot().getStore(OURS).put(FAILED, true);
            throw failed(
                    test,
                    settings,
                    notPassed,
                    failedBefore
                            ? ""
                            : Caller.repeating(() -> story(submission, test, notPassed.get(0), settings.replay())));
        }
        context.publishReportEntry(tally.entry());
    }

    private static Verdict.Refused refused(SubmissionRefused why) {
        List<Diagnostic> findings = why.findings();
        String others = findings.stream().skip(1).map(Diagnostic::message).collect(Collectors.joining("\n"));
        return new Verdict.Refused(findings.get(0), others);
    }

    private static SchedulesFailed failed(TestCase test, Settings settings, List<Ended> notPassed, String story) {
        long first = notPassed.get(0).seed();
        String replay = Replay.of(test, first).line(settings.replay());
        return new SchedulesFailed(
                new Outcome(settings.schedules(), notPassed, ReplayLine.of(test, first), replay, story));
    }

    /** Only of failures that end by themselves: what hangs or exhausts the memory would do so again. */
    private static String story(LoadedSubmission submission, TestCase test, Ended first, String replay) {
        if (!(first.verdict() instanceof Verdict.Failed failed)) {
            return "";
        }
        try {
            return Postmortem.of(submission, test, first.seed(), failed).text(replay);
        } catch (Postmortem.NotExplained e) {
            return e.getMessage() + "\n";
        }
    }

    /** Runs a schedule once more, and records it: it is the same schedule. */
    private static Verdict writeTrace(TraceFile file, LoadedSubmission submission, TestCase test, long seed) {
        Recording recording = Recording.on();
        Verdict verdict = submission.run(test, seed, recording);
        file.write(test, seed, recording, verdict);
        return verdict;
    }

    /** The outcome for all tests of a suite: static initialisers that failed are not run again. */
    private record Loading(LoadedSubmission submission, SubmissionRefused refused) {

        static Loading of(ClassLoader classes, Suite suite, World world) {
            try {
                return new Loading(new LoadedSubmission(classes, Set.of(suite.needs()), world), null);
            } catch (SubmissionRefused refused) {
                return new Loading(null, refused);
            }
        }

        LoadedSubmission result() {
            if (refused != null) {
                throw refused;
            }
            return submission;
        }
    }

    private static Loading loading(Suite suite, Settings settings, ExtensionContext context) {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(
                        suite.name(), name -> Loading.of(classes, suite, world(settings, context)), Loading.class);
    }

    /** One for all launches of a session, so that they share its threads. */
    private static World world(Settings settings, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, OURS)
                .computeIfAbsent(settings.coroutines(), kind -> new World(kind, World.HANG_TIMEOUT), World.class);
    }

    private static ScheduleListener listener(ExtensionContext context) {
        ScheduleListener listener = context.getStore(
                        StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create("kvlab"))
                .get(ScheduleListener.class, ScheduleListener.class);
        return listener != null ? listener : (test, seed, verdict) -> {};
    }
}
