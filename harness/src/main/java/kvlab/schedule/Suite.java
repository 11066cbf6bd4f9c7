package kvlab.schedule;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import kvlab.submission.Part;
import org.junit.jupiter.api.TestMethodOrder;

/** A class of {@link LabTest}s that belong together. What runs them is its JUnit extension. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@TestMethodOrder(LabTestOrder.class)
public @interface Suite {

    /** The name on the command line. */
    String name();

    /** The classes that a submission must have for it. An own Raft is used where there is one. */
    Part[] needs();

    /** The form of its tests on the console. */
    Form form();

    /**
     * The edition of its schedules, from 1. It is raised whenever a seed stands for another schedule than before, which a
     * test notices. Results and replay lines state it.
     */
    int edition();

    /** The form of tests on the console. */
    enum Form {
        /** {@code TEST 1: title}, then {@code TEST 1 Passed}. */
        CORE,
        /** {@code Test: title (3A) ...}, then {@code ... Passed --} with seconds, servers, RPCs and operations. */
        EXTENDED
    }
}
