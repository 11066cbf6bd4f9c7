package kvlab.grader.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.ConstantDynamic;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** What stands in declarations, and what only a forged class file has. */
class DeclarationsTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            native                       | native void run();
            garbage collector            | @Override protected void finalize() {}
            extends java.lang.Thread     | static class Worker extends Thread {}
            java.lang.ClassLoader        | static class Own extends ClassLoader {}
            java.io.Externalizable       | interface Odd extends java.io.Externalizable {}
            java.lang.Thread             | Thread worker;
            java.lang.Thread             | List<Thread> workers;
            java.lang.Thread             | Map<String, ? extends Thread[]> workers;
            java.lang.Thread             | <T extends Thread> void run(T worker) {}
            java.lang.Thread             | Thread[][] workers() { return null; }
            java.lang.Thread             | void run(Thread worker) {}
            java.lang.Thread             | record Op(Thread worker) {}
            java.lang.ThreadDeath        | void run() throws ThreadDeath {}
            java.beans.ConstructorProperties | @java.beans.ConstructorProperties({}) KvServer() {}
            java.lang.Thread             | @interface Odd { Class<?> value() default Thread.class; }
            java.lang.Thread             | @interface Odd { Class<?> value(); } @Odd(Thread.class) int x;
            java.lang.Thread             | @interface Odd { Class<?>[] value(); } @Odd({String.class, Thread.class}) void run() {}
            java.lang.Thread             | class Node<T extends Comparable<Thread>> {}
            java.lang.Object.wait        | void run() throws Exception { wait(); }
            java.lang.Object.notifyAll   | class StopSignal { void ring() { super.notifyAll(); } }
            $jacoco                      | static boolean[] $jacocoInit() { return null; }
            $jacoco                      | class Node { boolean[] $jacocoData; }
            java.lang.invoke             | Runnable r = (Runnable & java.io.Serializable) () -> {};
            """)
    void aForbiddenDeclarationIsRefused(String named, String member) {
        List<String> findings = StudentSource.besidePut(member);
        assertTrue(findings.stream().anyMatch(finding -> finding.contains(named)), () -> named + ": " + findings);
    }

    /** The machine looks in superclasses before it looks in interfaces. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            calls lab.KvServer.Own.runAsync          | void run() { Own.runAsync(() -> {}); }
            refers to java.util.concurrent.CompletableFuture.runAsync | Consumer<Runnable> run = Own::runAsync;
            calls lab.KvServer.Own.thenRunAsync      | void run() { new Own().thenRunAsync(() -> {}); }
            inherits lab.KvServer.Own.thenRunAsync   | void run(Async async) { async.thenRunAsync(() -> {}); }
            inherits lab.KvServer.Below.getStackTrace | interface Trace { StackTraceElement[] getStackTrace(); } static class Above extends Exception {} static class Below extends Above implements Trace {}
            """)
    void aMemberOfTheLibraryIsNotHiddenByAnInterface(String named, String member) {
        List<String> findings = StudentSource.besidePut(
                "interface Async { java.util.concurrent.CompletableFuture<Void> thenRunAsync(Runnable task);"
                        + " static java.util.concurrent.CompletableFuture<Void> runAsync(Runnable task) { return null; } }",
                "static class Own extends java.util.concurrent.CompletableFuture<Object> implements Async {}",
                member);
        assertTrue(findings.stream().anyMatch(finding -> finding.contains(named)), () -> named + ": " + findings);
    }

    @Test
    void anOverrideOfAForbiddenMethodIsTheStudentsOwn() {
        assertEquals(
                List.of(),
                StudentSource.besidePut(
                        "interface Parallel { Stream<String> parallelStream(); }",
                        "static class Words extends ArrayList<String> implements Parallel {"
                                + " @Override public Stream<String> parallelStream() { return stream(); } }",
                        "static class More extends Words { long count() { return super.parallelStream().count(); } }",
                        "long count(Parallel words) { return words.parallelStream().count() + new More().count(); }"));
    }

    @Test
    void aMethodThatIsTheStudentsOwnMayHaveAnyName() {
        assertEquals(
                List.of(),
                StudentSource.besidePut(
                        "static class Timer extends Own { void run() { exit(0); forName(); } }",
                        "static class Own { void exit(int code) {} void forName() {} void finalize(int x) {} }",
                        "record Thread(int id) { void start() { new Thread(id).start(); } }"));
    }

    @Test
    void aClassFileFromElsewhereIsRefused() {
        assertEquals(
                List.of("org.junit.Own is not in package lab. Begin each file with \"package lab;\"."),
                forged("org/junit/Own", method -> {}).stream()
                        .filter(finding -> finding.contains("package"))
                        .toList());
    }

    @Test
    void aBootstrapMethodThatNoCompilerWritesIsRefused() {
        Handle own = new Handle(Opcodes.H_INVOKESTATIC, "lab/KvServer", "link", "()V", false);
        String linked = "is linked by lab.KvServer.link";
        assertTrue(saysOfForged(linked, code -> code.visitInvokeDynamicInsn("run", "()V", own)));
        assertTrue(saysOfForged(linked, code -> code.visitLdcInsn(new ConstantDynamic("x", "I", own))));
    }

    @Test
    void argumentsOfBootstrapMethodsAreLookedInto() {
        Handle exit = new Handle(Opcodes.H_INVOKESTATIC, "java/lang/System", "exit", "(I)V", false);
        Handle records =
                new Handle(Opcodes.H_INVOKESTATIC, "java/lang/runtime/ObjectMethods", "bootstrap", "()V", false);
        String refers = "refers to java.lang.System.exit";
        assertTrue(saysOfForged(refers, code -> code.visitInvokeDynamicInsn("run", "()V", records, exit)));
        assertTrue(saysOfForged(refers, code -> code.visitLdcInsn(new ConstantDynamic("x", "I", records, exit))));
        assertTrue(saysOfForged(
                refers,
                code -> code.visitInvokeDynamicInsn(
                        "run", "()V", records, new ConstantDynamic("x", "I", records, exit))));
        assertTrue(saysOfForged(
                "uses java.lang.Thread", code -> code.visitLdcInsn(Type.getMethodType("([Ljava/lang/Thread;)V"))));
    }

    @Test
    void whatOnlyTheConstantPoolNamesIsSeen() {
        ClassWriter file = empty("lab/KvServer");
        file.newMethod("java/lang/Thread", "start", "()V", false);
        file.newClass("java/lang/ThreadGroup");
        List<String> findings = findings(file.toByteArray());
        assertTrue(
                findings.stream().anyMatch(finding -> finding.contains("java.lang.Thread.start")), findings.toString());
        assertTrue(
                findings.stream().anyMatch(finding -> finding.contains("java.lang.ThreadGroup")), findings.toString());
    }

    @Test
    void anArrayIsNoWayAroundTheMembersOfObject() {
        assertTrue(saysOfForged("java.lang.Object.wait", code -> {
            code.visitMethodInsn(Opcodes.INVOKEVIRTUAL, "[I", "wait", "()V", false);
        }));
    }

    @Test
    void aClassThatIsNotInTheSubmissionIsNotTrustedForItsName() {
        assertTrue(saysOfForged("lab.Elsewhere", code -> code.visitTypeInsn(Opcodes.NEW, "lab/Elsewhere")));
        assertTrue(saysOfForged("kvlab.apis.X", code -> code.visitTypeInsn(Opcodes.NEW, "kvlab/apis/X")));
        assertTrue(saysOfForged("kvlab.api.x.X", code -> code.visitTypeInsn(Opcodes.NEW, "kvlab/api/x/X")));
    }

    @Test
    void whatIsNoClassFileIsNoSubmission() {
        assertThrows(RuntimeException.class, () -> findings(new byte[] {1, 2, 3}));
    }

    private interface Code {
        void write(MethodVisitor method);
    }

    private static boolean saysOfForged(String text, Code code) {
        List<String> findings = forged("lab/KvServer", code);
        return findings.stream().anyMatch(finding -> finding.contains(text));
    }

    private static List<String> forged(String name, Code code) {
        ClassWriter file = empty(name);
        MethodVisitor method = file.visitMethod(Opcodes.ACC_PUBLIC, "run", "()V", null, null);
        code.write(method);
        method.visitInsn(Opcodes.RETURN);
        method.visitMaxs(9, 9);
        method.visitEnd();
        return findings(file.toByteArray());
    }

    private static ClassWriter empty(String name) {
        ClassWriter file = new ClassWriter(0);
        file.visit(Opcodes.V17, Opcodes.ACC_PUBLIC, name, null, "java/lang/Object", null);
        return file;
    }

    private static List<String> findings(byte[] file) {
        return StudentSource.messages(new Rules(AllowList.standard()).findings(Map.of("lab.KvServer", file)));
    }
}
