package kvlab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Optional;
import kvlab.diagnostic.SourcePlace;
import org.junit.jupiter.api.Test;

/** Exceptions of a student's code are described even if their methods fail. */
class StudentCodeTest {
    private static final class Hostile extends RuntimeException {
        @Override
        public String getMessage() {
            throw new Error("from getMessage");
        }

        @Override
        public synchronized Throwable getCause() {
            throw new Error("from getCause");
        }

        @Override
        public StackTraceElement[] getStackTrace() {
            throw new Error("from getStackTrace");
        }

        @Override
        public String toString() {
            throw new Error("from toString");
        }
    }

    private static final class ItsOwnCause extends RuntimeException {
        @Override
        public synchronized Throwable getCause() {
            return this;
        }
    }

    @Test
    void anExceptionThatThrowsWhenAskedIsStillTheServersFailure() {
        ServerFailure failure = ServerFailure.ofServer("server 2", "put", new Hostile(), Duration.ofMillis(312));
        assertEquals(
                "put on server 2 threw Hostile: (Error while asking for the text) (at 0.312000 s)",
                failure.getMessage());
        assertEquals("", failure.stack());
    }

    @Test
    void causesInACircleComeToAnEnd() {
        ItsOwnCause thrown = new ItsOwnCause();
        thrown.setStackTrace(new StackTraceElement[0]);
        assertTrue(StudentCode.stackTrace(thrown).lines().count() < 10);
    }

    @Test
    void theSubmissionsOwnFramesAreShownAndNoOthers() {
        StackTraceElement[] stack = {
            new StackTraceElement("java.util.HashMap", "get", "HashMap.java", 556),
            new StackTraceElement("lab.KvServer", "apply", "KvServer.java", 57),
            new StackTraceElement("kvlab.cluster.ServerLife", "call", "ServerLife.java", 140),
        };
        assertEquals(Optional.of(new SourcePlace("KvServer.java", "KvServer", "apply", 57)), StudentCode.place(stack));
        assertEquals(
                "KvServer.apply, KvServer.java:57",
                StudentCode.place(stack).orElseThrow().toString());
        assertEquals("at lab.KvServer.apply (KvServer.java:57)\n", StudentCode.frames(stack));
    }

    @Test
    void aTextIsOneLineOfBoundedLength() {
        assertEquals("a\\nb\\r\\n\\tc", StudentCode.text(() -> "a\nb\r\n\tc"));
        assertEquals(303, StudentCode.text(() -> "x".repeat(1_000_000)).length());
        assertEquals("", StudentCode.text(() -> null));
    }
}
