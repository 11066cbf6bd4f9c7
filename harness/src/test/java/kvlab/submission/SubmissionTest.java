package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kvlab.api.KeyValueServer;
import kvlab.api.ServerContext;
import kvlab.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SubmissionTest {

    private static final String SLEEPS = "void nap() throws Exception { Thread.sleep(1); }";

    private final ServerContext context = (ServerContext) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {ServerContext.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });

    @TempDir
    Path directory;

    @Test
    void buildsANewServerEachTimeWithTheContextItIsGiven() throws Exception {
        Submission submission = StudentCode.load(StudentCode.server("").loader());
        KeyValueServer first = submission.program().newServer(context);
        var field = first.getClass().getDeclaredField("context");
        field.setAccessible(true);
        assertSame(context, field.get(first));
        assertTrue(first != submission.program().newServer(context));
    }

    @Test
    void takesAClassAndAConstructorThatAreNotPublic() {
        String text = StudentCode.serverText("")
                .replace("public class KvServer", "class KvServer")
                .replace("public KvServer(", "KvServer(");
        StudentCode.load(StudentCode.file("KvServer", text).loader()).program().newServer(context);
    }

    @Test
    void runsNoneOfTheStudentsCodeWhileItLoads() {
        Submission submission = StudentCode.load(StudentCode.server("""
                static final long NUMBER = fail();
                static long fail() { throw new IllegalStateException("initialised"); }
                """).loader());
        assertThrows(
                ExceptionInInitializerError.class, () -> submission.program().newServer(context));
    }

    @Test
    void letsAnExceptionOfTheConstructorThroughAsItIs() {
        String text = StudentCode.serverText("")
                .replace(
                        "{ this.context = context; }",
                        "throws java.io.IOException { throw new java.io.IOException(\"mine\"); }")
                .replace("private final ServerContext context;", "");
        Submission submission =
                StudentCode.load(StudentCode.file("KvServer", text).loader());
        IOException thrown =
                assertThrows(IOException.class, () -> submission.program().newServer(context));
        assertEquals("mine", thrown.getMessage());
        assertEquals("<init>", thrown.getStackTrace()[0].getMethodName());
    }

    /** Whether the JVM runs with {@code -ea} must not decide a verdict. */
    @Test
    void runsWithAssertionsHoweverTheJvmWasStarted() {
        ClassLoader loader = StudentCode.server("{ assert id() < 0; } int id() { return 0; }")
                .loader();
        loader.setDefaultAssertionStatus(false);
        Submission submission = StudentCode.load(loader);
        assertThrows(AssertionError.class, () -> submission.program().newServer(context));
    }

    @Test
    void saysWhereTheClassShouldBeWhenThereIsNone() {
        assertRefused(
                StudentCode.file("Other", "package lab; class Other {}").loader(),
                "There is no class lab.KvServer: is there a file KvServer.java? The file KvServer.java must begin with `package lab;` and declare"
                        + " `public class KvServer`.");
    }

    @Test
    void noticesThatTheClassIsInNoPackage() throws IOException {
        StudentCode.file("KvServer", "public class KvServer {}").writeInto(directory);
        assertRefused(
                new URLClassLoader(new URL[] {directory.toUri().toURL()}),
                "There is a class KvServer, but it is in no package. The file KvServer.java must begin with"
                        + " `package lab;` and declare `public class KvServer`.");
    }

    @Test
    void tellsAllThatIsWrongWithTheClassAtOnce() {
        assertRefused(
                StudentCode.file(
                                "KvServer", "package lab; abstract class KvServer { KvServer(int id, String name) {} }")
                        .loader(),
                "KvServer does not implement KeyValueServer. Declare it as `public class KvServer implements"
                        + " KeyValueServer`, with `import kvlab.api.KeyValueServer;`.",
                "KvServer is abstract, so no object can be made of it. Declare it as `public class KvServer`.",
                "KvServer has no constructor KvServer(ServerContext), only KvServer(int, String). The harness"
                        + " builds each"
                        + " one with `public KvServer(ServerContext context)`.");
    }

    @Test
    void refusesAnInterface() {
        assertRefused(
                StudentCode.file("KvServer", "package lab; interface KvServer extends kvlab.api.KeyValueServer {}")
                        .loader(),
                "KvServer is an interface, so no object can be made of it. Declare it as `public class KvServer`.",
                "KvServer has no constructor KvServer(ServerContext). The harness builds each one with"
                        + " `public KvServer(ServerContext context)`.");
    }

    @Test
    void saysThatClassesForANewerJavaMustBeCompiledAgain() {
        SubmissionRefused refused = assertThrows(
                SubmissionRefused.class,
                () -> StudentCode.load(
                        StudentCode.server("").forJavaOfTheFuture().loader()));
        assertTrue(refused.getMessage().startsWith("The classes cannot be loaded: "), refused.getMessage());
        assertTrue(refused.getMessage().contains("Compile all of the files again"), refused.getMessage());
    }

    @Test
    void readsClassesFromADirectory() throws IOException {
        StudentCode.server(SLEEPS).writeInto(directory);
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {directory.toUri().toURL()})) {
            assertThrows(SubmissionRefused.class, () -> StudentCode.load(loader));
        }
    }

    @Test
    void readsClassesFromAJar() throws IOException {
        Path jar = directory.resolve("submission.jar");
        StudentCode.server(SLEEPS).writeJar(jar);
        try (URLClassLoader loader = new URLClassLoader(new URL[] {jar.toUri().toURL()})) {
            assertThrows(SubmissionRefused.class, () -> StudentCode.load(loader));
        }
    }

    @Test
    void findsTheClassThroughALoaderThatOnlyPassesOn() {
        ClassLoader passesOn = new ClassLoader(StudentCode.server(SLEEPS).loader()) {};
        assertThrows(SubmissionRefused.class, () -> StudentCode.load(passesOn));
    }

    @Test
    void followsReferencesToEveryClassThatTheServerLeadsTo() {
        StudentCode code = StudentCode.files(Map.of(
                "KvServer", StudentCode.serverText("Object middle = new Middle[0];"),
                "Middle", "package lab; class Middle { java.util.function.Supplier<?> far = Far::new; }",
                "Far", "package lab;\nclass Far {\n static int count; }"));
        assertRefused(
                code.loader(),
                "Far.count (Far.java) is static and can change: all servers and Clerks of a test would share it, and real ones"
                        + " share nothing but the log. Make it a field of the server: private int count. Or"
                        + " make it static"
                        + " final, if it never changes.");
    }

    @Test
    void leavesLibrariesBesideTheSubmissionAlone() throws IOException {
        Path classes = Files.createDirectory(directory.resolve("classes"));
        Path library = Files.createDirectory(directory.resolve("library"));
        StudentCode both = StudentCode.files(Map.of(
                "KvServer",
                StudentCode.serverText("int count = other.Library.count;"),
                "Library",
                "package other; public class Library { public static int count; }"));
        both.writeInto(classes);
        Files.createDirectory(library.resolve("other"));
        Files.move(classes.resolve("other/Library.class"), library.resolve("other/Library.class"));
        URL[] classPath = {classes.toUri().toURL(), library.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classPath)) {
            assertInstanceOf(
                    KeyValueServer.class, StudentCode.load(loader).program().newServer(context));
        }
    }

    @Test
    void blamesTheKitWhenAClassLoaderHidesTheClassFiles() {
        ClassLoader hides = new ClassLoader(StudentCode.server("").loader()) {
            @Override
            public InputStream getResourceAsStream(String name) {
                return null;
            }

            @Override
            protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
                if (!name.equals("lab.KvServer")) {
                    return super.loadClass(name, resolve);
                }
                try (InputStream file = getParent().getResourceAsStream("lab/KvServer.class")) {
                    byte[] bytes = file.readAllBytes();
                    return defineClass(name, bytes, 0, bytes.length);
                } catch (IOException impossible) {
                    throw new ClassNotFoundException(name, impossible);
                }
            }
        };
        assertThrows(IllegalStateException.class, () -> StudentCode.load(hides));
    }

    @Test
    void blamesTheKitWhenAClassLoaderBringsAnApiOfItsOwn() throws IOException {
        StudentCode.server("").writeInto(directory);
        URL api = KeyValueServer.class.getProtectionDomain().getCodeSource().getLocation();
        URL[] classPath = {directory.toUri().toURL(), api};
        try (URLClassLoader loader = new URLClassLoader(classPath, ClassLoader.getPlatformClassLoader())) {
            assertThrows(IllegalStateException.class, () -> StudentCode.load(loader));
        }
    }

    /** As the suite for an own Raft does on a submission that brings none. */
    @Test
    void needsNoClassWhereNoPartIsNeeded() {
        ClassLoader none = new ClassLoader(Submission.class.getClassLoader()) {};
        Submission submission = Submission.load(none, Set.of());
        assertFalse(submission.has(Part.SERVER));
        assertFalse(submission.has(Part.RAFT));
    }

    @Test
    void showsTheFirstTwentyFindingsAndCountsTheRest() {
        StringBuilder fields = new StringBuilder();
        for (int i = 0; i < 23; i++) {
            fields.append("static int f").append(i).append(";\n");
        }
        SubmissionRefused refused = assertThrows(
                SubmissionRefused.class,
                () -> StudentCode.load(StudentCode.server(fields.toString()).loader()));
        List<String> lines = refused.getMessage().lines().toList();
        assertEquals(23, refused.findings().size());
        assertEquals("The submission cannot be tested yet, for 23 reasons:", lines.get(0));
        assertEquals("  and 3 more", lines.get(21));
        assertEquals(22, lines.size());
    }

    private static void assertRefused(ClassLoader classes, String... findings) {
        SubmissionRefused refused = assertThrows(SubmissionRefused.class, () -> StudentCode.load(classes));
        assertEquals(
                List.of(findings),
                refused.findings().stream().map(Diagnostic::message).toList());
    }
}
