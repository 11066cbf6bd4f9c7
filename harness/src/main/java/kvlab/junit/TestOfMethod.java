package kvlab.junit;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import kvlab.schedule.LabTest;
import kvlab.schedule.TestCase;
import org.junit.platform.commons.JUnitException;

/** The lab test that a method stands for. */
final class TestOfMethod {

    private TestOfMethod() {}

    /** The method itself, or the one that its {@link RunsTest} names; empty if it has to do with no lab test. */
    static Optional<TestCase> find(Method method) {
        if (method.isAnnotationPresent(LabTest.class)) {
            return Optional.of(new TestCase(method));
        }
        return Optional.ofNullable(method.getAnnotation(RunsTest.class)).map(TestOfMethod::named);
    }

    private static TestCase named(RunsTest name) {
        return Arrays.stream(name.suite().getDeclaredMethods())
                .filter(method -> method.isAnnotationPresent(LabTest.class))
                .map(TestCase::new)
                .filter(test -> test.number() == name.number())
                .findFirst()
                .orElseThrow(() -> new JUnitException(
                        name.suite().getSimpleName() + " has no test " + name.number() + ": see its @RunsTest"));
    }
}
