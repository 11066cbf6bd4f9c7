package kvlab.junit;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.lang.reflect.Method;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.scenario.ExtendedTests;
import kvlab.schedule.Ended;
import kvlab.schedule.ReplayLine;
import kvlab.schedule.TestCase;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.platform.commons.JUnitException;

/** A method of a student's test class stands for a lab test, and a failure leads an IDE to the student's code. */
class RunsTestTest {

    /** Not run by JUnit, which takes no private methods for tests. */
    private static final class Mine {
        @RunsTest(suite = ExtendedTests.class, number = 3)
        private void third() {}

        @RunsTest(suite = ExtendedTests.class, number = 99)
        private void none() {}

        private void other() {}
    }

    private static Optional<TestCase> found(String method) throws NoSuchMethodException {
        Method mine = Mine.class.getDeclaredMethod(method);
        return TestOfMethod.find(mine);
    }

    @Test
    void aMethodStandsForTheTestOfTheNumber() throws NoSuchMethodException {
        TestCase third = found("third").orElseThrow();
        assertEquals("unreliable net, many clients (3A)", third.title());
        assertEquals("extended", third.suite().name());
        assertEquals(third, TestOfMethod.find(third.method()).orElseThrow());
        assertEquals(Optional.empty(), found("other"));
        assertThrows(JUnitException.class, () -> found("none"));
    }

    @Test
    void aFailureHasTheStudentsFramesAndNoOthers() {
        String detail =
                "the faults\nat lab.KvServer$Waiting.wake (KvServer.java:57)\nat lab.KvServer.put (KvServer.java:30)\n";
        Verdict verdict = new Verdict.Failed(Diagnostic.of("passed"), detail);
        Throwable failed = new SchedulesFailed(new SchedulesFailed.Outcome(
                1, List.of(new Ended(1, verdict)), ReplayLine.parse("core/1/1"), "replay", ""));
        assertArrayEquals(
                new StackTraceElement[] {
                    new StackTraceElement("lab.KvServer$Waiting", "wake", "KvServer.java", 57),
                    new StackTraceElement("lab.KvServer", "put", "KvServer.java", 30)
                },
                failed.getStackTrace());
    }
}
