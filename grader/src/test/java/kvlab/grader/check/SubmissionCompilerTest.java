package kvlab.grader.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import kvlab.api.Status;
import kvlab.grader.intake.SourceFile;
import org.junit.jupiter.api.Test;

class SubmissionCompilerTest {

    @Test
    void compiledClassesShareTheApiWithTheHarness() throws Exception {
        Class<?> server = load("""
            package lab;
            public class KvServer { public static Object status = kvlab.api.Status.TIMEOUT; }
            """);
        assertSame(Status.TIMEOUT, server.getField("status").get(null));
    }

    @Test
    void anErrorShowsFileLineTextAndPlace() {
        Checked.DoesNotCompile rejected = rejected("package lab;\nclass KvServer {\n\tint x = true;\n}\n");
        assertTrue(
                rejected.reason().message().startsWith("does not compile: KvServer.java:3: "),
                rejected.reason().message());
        List<String> lines = rejected.errors().get(0).rendered().lines().toList();
        assertEquals("    \tint x = true;", lines.get(lines.size() - 2));
        assertEquals("    \t        ^", lines.get(lines.size() - 1));
    }

    @Test
    void theHarnessBehindTheApiCannotBeSeen() {
        assertTrue(rejected("package lab; class KvServer { kvlab.schedule.Verdict verdict; }")
                .reason()
                .message()
                .contains("package kvlab.schedule does not exist"));
        assertTrue(rejected("package lab; class KvServer { org.junit.jupiter.api.Test test; }")
                .reason()
                .message()
                .contains("does not exist"));
    }

    @Test
    void theHarnessBehindTheApiCannotBeLoadedByName() throws Exception {
        Class<?> server = load("package lab; public class KvServer {}");
        ClassLoader loader = server.getClassLoader();
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass("kvlab.schedule.Verdict"));
        assertThrows(ClassNotFoundException.class, () -> loader.loadClass("kvlab.grader.execute.Child"));
    }

    @Test
    void classesOfOtherPackagesAreTurnedAway() {
        Checked.DoesNotCompile rejected = rejected("package kvlab.api; class KvServer {}");
        assertTrue(
                rejected.reason().message().contains("kvlab.api.KvServer is not in package lab"),
                rejected.reason().message());
    }

    @Test
    void aSourceThatTheCompilerCannotStandIsTheSubmissionsFault() {
        String nested = "(".repeat(20_000) + "1" + ")".repeat(20_000);
        Checked.DoesNotCompile rejected = rejected("package lab; class KvServer { int x = " + nested + "; }");
        assertTrue(
                rejected.reason().message().contains("the compiler gave up on this source"),
                rejected.reason().message());
    }

    @Test
    void aSumOfVeryManyTermsIsTheSubmissionsFault() {
        Checked.DoesNotCompile rejected =
                rejected("package lab; class KvServer { int f(int x) { return " + "x+".repeat(60_000) + "x; } }");
        assertTrue(
                rejected.reason().message().contains("the compiler gave up on this source"),
                rejected.reason().message());
    }

    @Test
    void moreThanAnybodyWritesIsNotCompiled() {
        StringBuilder classes = new StringBuilder("package lab; class KvServer {");
        for (int i = 0; i < 60_000; i++) {
            classes.append("class A").append(i).append("{}");
        }
        Checked.DoesNotCompile rejected = rejected(classes.append("}").toString());
        assertTrue(
                rejected.reason().message().contains("at most 262144 are compiled"),
                rejected.reason().message());
    }

    @Test
    void languageNewerThanTheBaselineDoesNotCompileOnAnyJdk() {
        rejected("package lab; class KvServer { int f(Object o) { return switch (o) { case String s -> 1; default -> 2;"
                + " }; } }");
    }

    private static Class<?> load(String source) throws ClassNotFoundException {
        Compilation.Compiled compiled = assertInstanceOf(Compilation.Compiled.class, compile(source));
        return new SubmissionClassLoader(compiled.classes()).loadClass("lab.KvServer");
    }

    private static Checked.DoesNotCompile rejected(String source) {
        return assertInstanceOf(Checked.DoesNotCompile.class, compile(source));
    }

    private static Compilation compile(String source) {
        return new SubmissionCompiler().compile(List.of(new SourceFile("KvServer.java", source)));
    }
}
