package kvlab.grader.corpus;

import java.lang.reflect.Method;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import kvlab.scenario.CoreTests;
import kvlab.schedule.LabTest;
import kvlab.schedule.Scenario;
import org.junit.platform.commons.support.ReflectionSupport;

/**
 * One of the nine tests, to be run without JUnit around it.
 *
 * @param servers how many servers its cluster has
 */
record CoreTest(int number, String title, int servers, Scenario scenario) {

    /** All nine, in order. */
    static List<CoreTest> all() {
        CoreTests instance = new CoreTests();
        return Stream.of(CoreTests.class.getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(LabTest.class))
                .map(method -> of(method, instance))
                .sorted(Comparator.comparingInt(CoreTest::number))
                .toList();
    }

    /** The test of a number, from 1. */
    static CoreTest of(int number) {
        return all().get(number - 1);
    }

    private static CoreTest of(Method method, CoreTests instance) {
        LabTest test = method.getAnnotation(LabTest.class);
        Scenario scenario = cluster -> ReflectionSupport.invokeMethod(method, instance, cluster);
        return new CoreTest(test.number(), test.title(), test.servers(), scenario);
    }

    @Override
    public String toString() {
        return "test " + number;
    }
}
