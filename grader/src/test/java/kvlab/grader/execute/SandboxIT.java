package kvlab.grader.execute;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import kvlab.grader.check.ApiRules;
import kvlab.grader.check.CheckJob;
import kvlab.grader.execute.sandbox.Sandbox;
import kvlab.grader.intake.SourceFile;
import kvlab.schedule.Seeds;
import kvlab.schedule.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a submission still cannot do once it has got past the rules: here they allow it whatever it likes. It tries in its
 * constructor, and says by an exception what came of it.
 */
class SandboxIT {

    private static final Sandbox SANDBOX = Sandbox.best(2048);
    private static final ExecutionLimits LIMITS =
            new ExecutionLimits(Duration.ofMinutes(2), Duration.ofSeconds(30), 64);
    private static final ApiRules EVERYTHING = ApiRules.allowing("java.lang.*", "java.lang.reflect.*", "java.util.*");

    private static final String SERVER = """
        package lab;
        import kvlab.api.*;
        import java.util.*;
        public final class KvServer implements KeyValueServer {
            private static Object call(Object on, String type, String name, Object... arguments) throws Throwable {
                Class<?> owner = Class.forName(type);
                for (var executable : name.equals("new") ? owner.getConstructors() : owner.getMethods()) {
                    boolean fits = executable.getParameterCount() == arguments.length
                            && (name.equals("new") || executable.getName().equals(name));
                    if (fits) {
                        try {
                            return executable instanceof java.lang.reflect.Constructor<?> made
                                    ? made.newInstance(arguments)
                                    : ((java.lang.reflect.Method) executable).invoke(on, arguments);
                        } catch (IllegalArgumentException other) {
                        } catch (java.lang.reflect.InvocationTargetException e) { throw e.getCause(); }
                    }
                }
                throw new NoSuchMethodException(type + "." + name);
            }
            public KvServer(ServerContext context) {
                String outcome;
                try { outcome = "did it: " + attempt(); } catch (Throwable t) { outcome = "could not: " + t; }
                throw new IllegalStateException(outcome);
            }
            private static Object attempt() throws Throwable { %s }
            @Override public Status put(RequestId request, String key, String value) { return Status.TIMEOUT; }
            @Override public Status append(RequestId request, String key, String value) { return Status.TIMEOUT; }
            @Override public GetResult get(RequestId request, String key) { return GetResult.failed(Status.TIMEOUT); }
            @Override public void onNextCommand(CommittedCommand committed) {}
        }
        """;

    @Test
    void itCannotReadTheMachinesFiles() {
        assertOnlyWithout(
                "could not",
                "Object f = call(null, \"java.io.File\", \"new\", \"/etc/passwd\");"
                        + "return call(call(null, \"java.io.FileReader\", \"new\", f), \"java.io.Reader\", \"read\");");
    }

    @Test
    void itCannotReadOtherSubmissions(@TempDir Path directory) throws IOException {
        Path other = Files.writeString(directory.resolve("KvServer.java"), "class KvServer {}");
        assertOnlyWithout(
                "could not",
                "return call(call(null, \"java.io.FileReader\", \"new\", \"" + other
                        + "\"), \"java.io.Reader\", \"read\");");
    }

    @Test
    void itCannotWriteAFileAnywhere(@TempDir Path directory) {
        for (Path file : List.of(
                directory.resolve("results.json"),
                Path.of("/tmp/kvlab-sandbox-test"),
                Path.of("/dev/shm/kvlab-sandbox-test"),
                Path.of("/kvlab-sandbox-test"))) {
            assertOnlyInside("could not", "return call(null, \"java.io.FileWriter\", \"new\", \"" + file + "\");");
            assertFalse(Files.exists(file), file.toString());
        }
    }

    @Test
    void itCannotReachTheNetwork() throws IOException {
        try (ServerSocket listening = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            assertOnlyWithout(
                    "could not",
                    "Object loopback = call(null, \"java.net.InetAddress\", \"getLoopbackAddress\");"
                            + "return call(null, \"java.net.Socket\", \"new\", loopback, " + listening.getLocalPort()
                            + ");");
        }
    }

    @Test
    void itSeesNothingOfProcessesNotEvenItsOwnMemory() {
        String own = Long.toString(ProcessHandle.current().pid());
        String attempt = "Object proc = call(null, \"java.io.File\", \"new\", \"/proc\");"
                + "var all = List.of((Object[]) call(proc, \"java.io.File\", \"list\"));"
                + "return \"seen \" + all.contains(\"" + own + "\");";
        assertTrue(message(attempt, Sandbox.none("to compare")).contains("seen true"));
        assertOnlyInside("could not", attempt);
    }

    @Test
    void itCannotStartAShell() {
        assertOnlyWithout(
                "could not",
                "return call(call(null, \"java.lang.ProcessBuilder\", \"new\", (Object) new String[] {\"/bin/sh\"}),"
                        + " \"java.lang.ProcessBuilder\", \"start\");");
    }

    @Test
    void itSeesNothingOfTheEnvironment() {
        assertOnlyInside(
                "did it: true",
                "return Set.of(\"PWD\", \"LD_LIBRARY_PATH\", \"LC_ALL\").containsAll(((Map<?, ?>) call(null, \"java.lang.System\", \"getenv\")).keySet());");
    }

    @Test
    void withoutASandboxTestsRunAllTheSame() {
        assertTrue(message("return 1;", Sandbox.none("this is a test")).contains("did it: 1"));
        assertEquals(
                "no sandbox: this is a test",
                Sandbox.none("this is a test").description().message());
    }

    /** It succeeds outside, so that what stops it inside is the sandbox. */
    private static void assertOnlyWithout(String inside, String attempt) {
        String outside = message(attempt, Sandbox.none("to compare"));
        assertTrue(outside.contains("did it"), outside);
        assertOnlyInside(inside, attempt);
    }

    private static void assertOnlyInside(String inside, String attempt) {
        assumeTrue(SANDBOX.isClosed(), SANDBOX.description().message());
        String message = message(attempt, SANDBOX);
        assertTrue(message.contains(inside), message);
    }

    private static String message(String attempt, Sandbox sandbox) {
        Optional<TestOutcome.Failure> failure = outcome(attempt, sandbox).firstFailure();
        return assertInstanceOf(Verdict.Failed.class, failure.orElseThrow().verdict())
                .message();
    }

    private static TestOutcome outcome(String attempt, Sandbox sandbox) {
        LabSuite one = LabSuite.of("core", List.of(1));
        SourceFile source = new SourceFile("KvServer.java", SERVER.replace("%s", attempt));
        CheckJob job = new CheckJob(List.of(source), one.needs(), EVERYTHING);
        return new SubmissionRunner(one, new Seeds(1, 1), 1, LIMITS, sandbox)
                .run(job.check(), Duration.ZERO)
                .get(0);
    }
}
