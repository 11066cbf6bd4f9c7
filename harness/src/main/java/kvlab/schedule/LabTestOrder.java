package kvlab.schedule;

import java.util.Comparator;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.MethodOrdererContext;

/** Runs lab tests in the order of their numbers. */
public final class LabTestOrder implements MethodOrderer {
    @Override
    public void orderMethods(MethodOrdererContext context) {
        context.getMethodDescriptors()
                .sort(Comparator.comparingInt(method -> method.findAnnotation(LabTest.class)
                        .map(LabTest::number)
                        .orElse(Integer.MAX_VALUE)));
    }
}
