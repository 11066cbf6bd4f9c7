package kvlab.schedule;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kvlab.cluster.Cluster;
import kvlab.schedule.SchedulesFailed.Ended;
import kvlab.schedule.SchedulesFailed.Outcome;
import kvlab.sim.Trace;
import kvlab.sim.World;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.StoreScope;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.ReflectionSupport;

/** Runs a {@link LabTest} under its schedules, in place of the one call that JUnit would make. */
final class ScheduleExtension implements ParameterResolver, InvocationInterceptor {
    /** In the root's store once a test has failed: its trace is the one to keep. */
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
        Method method = call.getExecutable();
        LabTest test = method.getAnnotation(LabTest.class);
        Object instance = call.getTarget().orElseThrow();
        Scenario scenario = cluster -> ReflectionSupport.invokeMethod(method, instance, cluster);
        Suite suite = method.getDeclaringClass().getAnnotation(Suite.class);
        run(suite, test, scenario, context);
    }

    private static void run(Suite suite, LabTest test, Scenario scenario, ExtensionContext context) {
        Settings settings = Settings.from(context::getConfigurationParameter);
        ScheduleListener listener = listener(context);
        SubmissionUnderTest submission = submission(suite, settings, context);
        Optional<Verdict.Refused> refused = submission.refused();
        if (refused.isPresent()) {
            listener.scheduleEnded(test.number(), settings.seed(), refused.get());
            throw failed(suite, test, settings, List.of(new Ended(settings.seed(), refused.get())));
        }
        ScheduleRunner runner = submission.runner();
        Tally tally = new Tally();
        List<Ended> notPassed = new Schedules(
                        settings.seed(),
                        settings.schedules(),
                        settings.failures(),
                        seed -> runner.run(scenario, test.servers(), seed))
                .run(settings.parallel(), ended -> {
                    tally.add(ended.verdict());
                    listener.scheduleEnded(test.number(), ended.seed(), ended.verdict());
                });
        boolean failedBefore = context.getRoot().getStore(OURS).get(FAILED, Boolean.class) != null;
        if (settings.trace().isPresent() && !failedBefore) {
            long seed = notPassed.isEmpty() ? settings.seed() : notPassed.get(0).seed();
            writeTrace(settings.trace().get(), runner, scenario, test, seed);
        }
        if (!notPassed.isEmpty()) {
            context.getRoot().getStore(OURS).put(FAILED, true);
            throw failed(suite, test, settings, notPassed);
        }
        context.publishReportEntry(tally.entry());
    }

    private static SchedulesFailed failed(Suite suite, LabTest test, Settings settings, List<Ended> notPassed) {
        String replay = Replay.line(
                settings.replay(), suite.name(), test.number(), notPassed.get(0).seed());
        return new SchedulesFailed(new Outcome(settings.schedules(), notPassed, replay));
    }

    /** Runs a schedule once more, with the trace on: it is the same schedule. */
    private static void writeTrace(Path file, ScheduleRunner runner, Scenario scenario, LabTest test, long seed) {
        Trace trace = Trace.on();
        Verdict verdict = runner.run(scenario, test.servers(), seed, trace, Set.of());
        String text = "TEST " + test.number() + ": " + test.title() + ", seed " + seed + "\n" + trace.text()
                + (verdict instanceof Verdict.Passed ? "" : "Failed: ") + verdict.message() + "\n";
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the trace to " + file + ": " + e.getMessage(), e);
        }
    }

    private static SubmissionUnderTest submission(Suite suite, Settings settings, ExtensionContext context) {
        return context.getRoot()
                .getStore(OURS)
                .computeIfAbsent(
                        suite.name(),
                        name -> SubmissionUnderTest.load(
                                Thread.currentThread().getContextClassLoader(),
                                Set.of(suite.needs()),
                                world(settings, context)),
                        SubmissionUnderTest.class);
    }

    /** One for all launches of a session, so that they share its threads. */
    private static World world(Settings settings, ExtensionContext context) {
        return context.getStore(StoreScope.LAUNCHER_SESSION, OURS)
                .computeIfAbsent(settings.coroutines(), kind -> new World(kind, World.STUCK_AFTER), World.class);
    }

    private static ScheduleListener listener(ExtensionContext context) {
        ScheduleListener listener = context.getStore(
                        StoreScope.LAUNCHER_SESSION, ExtensionContext.Namespace.create("kvlab"))
                .get(ScheduleListener.class, ScheduleListener.class);
        return listener != null ? listener : (test, seed, verdict) -> {};
    }
}
