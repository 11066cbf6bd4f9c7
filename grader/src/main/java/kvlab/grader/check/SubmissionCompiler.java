package kvlab.grader.check;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;
import kvlab.grader.intake.SourceFile;

/** Compiles submissions as Java 17, with no annotation processors and only {@code kvlab.api} on the class path. */
public final class SubmissionCompiler {

    private static final List<String> OPTIONS = List.of(
            "--release", "17", "-proc:none", "-g", "-nowarn", "-Xlint:none", "-implicit:none", "-Xmaxerrs", "20");
    private static final String PACKAGE = "lab.";

    /** Many times what the lab needs; what the compiler makes of more can take it minutes. */
    private static final int MAX_CHARACTERS = 256 * 1024;

    private static final int MAX_MESSAGE_LENGTH = 2_000;
    private static final int MAX_LINE_LENGTH = 500;

    /**
     * @throws IllegalStateException if this Java has no compiler
     */
    public Compilation compile(List<SourceFile> sources) {
        JavaCompiler compiler = Optional.ofNullable(ToolProvider.getSystemJavaCompiler())
                .orElseThrow(() -> new IllegalStateException("the Java at " + System.getProperty("java.home")
                        + " has no compiler: install a JDK (17 or newer), not a JRE"));
        int characters =
                sources.stream().mapToInt(source -> source.text().length()).sum();
        if (characters > MAX_CHARACTERS) {
            return new Compilation.Rejected(
                    "the files have " + characters + " characters together, and at most " + MAX_CHARACTERS
                            + " are compiled: hand in what you wrote yourself",
                    List.of());
        }
        List<SourceInMemory> units = sources.stream().map(SourceInMemory::new).toList();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        StringWriter remarks = new StringWriter();
        ClassesInMemory classes =
                new ClassesInMemory(compiler.getStandardFileManager(diagnostics, Locale.ROOT, StandardCharsets.UTF_8));
        boolean compiled;
        try (classes) {
            compiled = compiler.getTask(remarks, classes, diagnostics, OPTIONS, null, units)
                    .call();
        } catch (StackOverflowError | AssertionError | RuntimeException | IOException gaveUp) {
            return new Compilation.Rejected(
                    "the compiler gave up on this source (" + gaveUp.getClass().getSimpleName()
                            + "): take out very large or deeply nested expressions",
                    List.of());
        }
        return compiled ? confined(classes) : rejected(diagnostics.getDiagnostics(), remarks.toString());
    }

    private static Compilation confined(ClassesInMemory classes) {
        return classes.written().keySet().stream()
                .filter(name -> !name.startsWith(PACKAGE))
                .findFirst()
                .<Compilation>map(stranger -> new Compilation.Rejected(
                        "class " + stranger + " is not in package lab: begin each of your files with \"package lab;\"",
                        List.of()))
                .orElseGet(() -> new Compilation.Compiled(classes.written()));
    }

    private static Compilation rejected(List<Diagnostic<? extends JavaFileObject>> diagnostics, String remarks) {
        List<CompileError> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
                .map(SubmissionCompiler::error)
                .toList();
        if (errors.isEmpty()) {
            String reason = remarks.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .findFirst()
                    .orElse("no reason given");
            return new Compilation.Rejected("the compiler gave up on this source: " + reason, List.of());
        }
        CompileError first = errors.get(0);
        String place = first.file() + (first.line() > 0 ? ":" + first.line() : "");
        String reason = first.message().lines().findFirst().orElse("");
        return new Compilation.Rejected("does not compile: " + place + ": " + reason, errors);
    }

    private static CompileError error(Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = Excerpt.of(diagnostic.getMessage(Locale.ROOT), MAX_MESSAGE_LENGTH);
        if (!(diagnostic.getSource() instanceof SourceInMemory source) || diagnostic.getLineNumber() < 1) {
            return new CompileError("KvServer.java", 0, 0, message, "");
        }
        return new CompileError(
                source.fileName(),
                diagnostic.getLineNumber(),
                source.column(diagnostic.getPosition()),
                message,
                Excerpt.of(source.line(diagnostic.getLineNumber()), MAX_LINE_LENGTH));
    }
}
