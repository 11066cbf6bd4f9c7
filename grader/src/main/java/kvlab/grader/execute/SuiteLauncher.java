package kvlab.grader.execute;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import kvlab.junit.ScheduleListener;
import kvlab.schedule.LabTest;
import kvlab.schedule.Seeds;
import kvlab.schedule.TestCase;
import org.junit.jupiter.engine.JupiterTestEngine;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs lab tests through the JUnit Platform. Engine and listeners are registered explicitly, never discovered on the
 * class path, so a submission cannot add its own.
 */
public final class SuiteLauncher {

    private final Seeds seeds;
    private final int parallel;
    private final Map<String, String> more;

    /**
     * @param seeds the schedules of each test
     * @param parallel how many schedules of one test run at the same time
     * @param more further configuration parameters of the harness, by name
     */
    public SuiteLauncher(Seeds seeds, int parallel, Map<String, String> more) {
        this.seeds = seeds;
        this.parallel = parallel;
        this.more = Map.copyOf(more);
    }

    /**
     * Runs the tests, in the suite's order, on the server class that the loader finds.
     *
     * @param schedules receives every schedule's verdict
     * @param listeners receive the events of every test, in this order
     */
    public void run(
            Collection<TestCase> tests,
            ClassLoader submission,
            ScheduleListener schedules,
            List<TestExecutionListener> listeners) {
        LauncherConfig config = LauncherConfig.builder()
                .enableTestEngineAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enablePostDiscoveryFilterAutoRegistration(false)
                .addTestEngines(new JupiterTestEngine())
                .build();
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (LauncherSession session = LauncherFactory.openSession(config)) {
            session.getStore().put(ScheduleListener.NAMESPACE, ScheduleListener.class, schedules);
            thread.setContextClassLoader(submission);
            session.getLauncher().execute(request(tests), listeners.toArray(TestExecutionListener[]::new));
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The number of the lab test of a platform event, if it concerns one. */
    public static OptionalInt testNumber(TestIdentifier identifier) {
        return identifier
                .getSource()
                .filter(source -> identifier.isTest() && source instanceof MethodSource)
                .map(source -> ((MethodSource) source).getJavaMethod())
                .flatMap(method -> AnnotationSupport.findAnnotation(method, LabTest.class))
                .map(test -> OptionalInt.of(test.number()))
                .orElse(OptionalInt.empty());
    }

    private LauncherDiscoveryRequest request(Collection<TestCase> tests) {
        Map<String, String> parameters = new TreeMap<>(more);
        parameters.put("kvlab.seed", Long.toString(seeds.first()));
        parameters.put("kvlab.schedules", Integer.toString(seeds.count()));
        parameters.put(
                "kvlab.failures",
                Integer.toString(Math.min(seeds.count(), seeds.stop().failures())));
        parameters.put("kvlab.parallel", Integer.toString(parallel));
        return LauncherDiscoveryRequestBuilder.request()
                .selectors(tests.stream()
                        .map(test -> selectMethod(test.method().getDeclaringClass(), test.method()))
                        .toList())
                .configurationParameters(parameters)
                .enableImplicitConfigurationParameters(false)
                .build();
    }
}
