package kvlab.schedule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;

/**
 * A lab test: a method with one parameter, the {@link kvlab.cluster.Cluster}. It runs once for each schedule, each time
 * on a new cluster. Several schedules may run concurrently in one test instance.
 *
 * <p>In addition to the method's own expectations, each schedule is checked at its end: all answers to clients, and
 * those of a final round of gets to every server, must be linearizable.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
public @interface LabTest {

    /** The test's number in its suite, from 1. */
    int number();

    /** The displayed title. */
    String title();

    /**
     * Whether the test expects something of the faults that it causes itself. If not, each can be taken away to see whether
     * a failure depends on it.
     */
    boolean needsItsFaults() default false;

    /** The number of servers in the cluster. */
    int servers() default 5;
}
