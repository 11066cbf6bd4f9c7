package kvlab.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
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

    private static StackTraceElement frame(String method, int line) {
        return new StackTraceElement("lab.KvServer", method, "KvServer.java", line);
    }

    @Test
    void aRecursionShowsOnceWhatRepeatsAndTheWayIn() {
        Stream<StackTraceElement> rounds =
                IntStream.range(0, 2_000).boxed().flatMap(i -> Stream.of(frame("even", 57), frame("odd", 60)));
        Stream<StackTraceElement> way = Stream.of(frame("put", 30), frame("lambda$start$0", 20));
        StackTraceElement[] deep = Stream.of(Stream.of(frame("odd", 59)), rounds, way)
                .flatMap(frames -> frames)
                .toArray(StackTraceElement[]::new);
        String shown = """
                at lab.KvServer.even (KvServer.java:57)
                at lab.KvServer.odd (KvServer.java:60)
                ... the same 2 calls, again and again
                at lab.KvServer.put (KvServer.java:30)
                at lab.KvServer.lambda$start$0 (KvServer.java:20)
                """;
        // It overflows in another call each time.
        for (int less = 0; less < 3; less++) {
            Throwable overflow = new StackOverflowError();
            overflow.setStackTrace(Arrays.copyOfRange(deep, less, deep.length));
            assertEquals(shown, StudentCode.stackTrace(overflow));
            assertEquals(57, StudentCode.place(overflow).orElseThrow().line());
        }
    }

    @Test
    void aStackThatEndsOtherwiseThanInARecursionShowsTheInnermostCallsToo() {
        List<StackTraceElement> stack = new ArrayList<>();
        stack.add(frame("check", 80));
        stack.add(frame("leaf", 70));
        IntStream.range(0, 50).forEach(i -> stack.add(frame("walk", 60)));
        stack.add(frame("put", 30));
        assertEquals("""
                at lab.KvServer.check (KvServer.java:80)
                at lab.KvServer.leaf (KvServer.java:70)
                at lab.KvServer.walk (KvServer.java:60)
                ... the same call, again and again
                at lab.KvServer.put (KvServer.java:30)
                """, StudentCode.frames(stack.toArray(StackTraceElement[]::new)));
    }

    @Test
    void aFormatThatDoesNotFitIsToldAsSuch() {
        assertEquals("index 7", StudentCode.logLine("index %d", 7));
        assertEquals("100 %", StudentCode.logLine("100 %"));
        assertEquals(
                "(wrong format in context.log: %d cannot print a String: \"index %d\")",
                StudentCode.logLine("index %d", "seven"));
        assertEquals(
                "(wrong format in context.log: no argument for %s: \"%d of %s\")", StudentCode.logLine("%d of %s", 7));
        assertEquals(
                "(wrong format in context.log: there is no %y, and a percent sign is %%: \"%d %y\")",
                StudentCode.logLine("%d %y", 7));
    }
}
