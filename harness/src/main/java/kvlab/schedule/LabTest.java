package kvlab.schedule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A test of the lab: a method with one parameter, the {@link kvlab.cluster.Cluster}, on which the scenario plays. It is run
 * once for each schedule, each time on a cluster of its own, and several may run at the same time in one test instance.
 *
 * <p>Besides what the method itself expects, each schedule is checked at its end: all answers that clients got, and those
 * of a last round of gets to every server, must be linearizable.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@ExtendWith(ScheduleExtension.class)
public @interface LabTest {

    /** The test's number in its suite, from 1. */
    int number();

    /** What it tries, in a few words. */
    String title();

    /** How many servers the cluster has. */
    int servers() default 5;
}
