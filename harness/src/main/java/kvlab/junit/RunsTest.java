package kvlab.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * In a test class of one's own: runs one lab test in place of the method, whose body is empty. So an editor shows an arrow
 * beside each test, and runs or debugs it alone.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@Test
@ExtendWith(ScheduleExtension.class)
public @interface RunsTest {

    /** The test's suite. */
    Class<?> suite();

    /** The test's number there. */
    int number();
}
