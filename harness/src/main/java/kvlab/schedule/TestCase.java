package kvlab.schedule;

import java.lang.reflect.Method;
import org.junit.platform.commons.support.ReflectionSupport;

/** A lab test: a method and its annotations. */
public record TestCase(Method method) {

    /** Its number in its suite, from 1. */
    public int number() {
        return test().number();
    }

    public String title() {
        return test().title();
    }

    /** The suite that it belongs to. */
    public Suite suite() {
        return method.getDeclaringClass().getAnnotation(Suite.class);
    }

    /** As {@link LabTest#needsItsFaults}. */
    public boolean needsItsFaults() {
        return test().needsItsFaults();
    }

    int servers() {
        return test().servers();
    }

    Scenario scenario() {
        Object instance = ReflectionSupport.newInstance(method.getDeclaringClass());
        return cluster -> ReflectionSupport.invokeMethod(method, instance, cluster);
    }

    private LabTest test() {
        return method.getAnnotation(LabTest.class);
    }
}
