package kvlab.grader.check;

import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.ToolProvider;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;
import kvlab.grader.intake.SourceFile;

/** Compiles submissions as Java 17, with no annotation processors and only {@code kvlab.api} on the class path. */
public final class SubmissionCompiler {

    private static final List<String> OPTIONS = List.of(
            "--release", "17", "-proc:none", "-g", "-nowarn", "-Xlint:none", "-implicit:none", "-Xmaxerrs", "20");
    private static final String PACKAGE = "lab.";

    /** Far more than the lab needs; larger sources can take the compiler minutes. */
    private static final int MAX_CHARACTERS = 256 * 1024;

    private static final int MAX_MESSAGE_LENGTH = 2_000;
    private static final int MAX_REASON_LENGTH = 500;
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
            return failed(Diagnostic.of("compile.sources-too-large")
                    .with("characters", characters)
                    .with("max", MAX_CHARACTERS));
        }
        Optional<Diagnostic> exceeded = SourceLimits.exceeded(sources);
        if (exceeded.isPresent()) {
            return failed(exceeded.get());
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
        } catch (Throwable gaveUp) {
            return failed(Diagnostic.of("compile.compiler-crashed")
                    .with("error", gaveUp.getClass().getSimpleName()));
        }
        return compiled ? confined(classes) : failed(diagnostics.getDiagnostics(), remarks.toString());
    }

    private static Compilation confined(ClassesInMemory classes) {
        return classes.written().keySet().stream()
                .filter(name -> !name.startsWith(PACKAGE))
                .findFirst()
                .map(stranger -> failed(
                        Diagnostic.of("compile.other-package").with("class", Excerpt.of(stranger, MAX_REASON_LENGTH))))
                .orElseGet(() -> new Compilation.Compiled(classes.written()));
    }

    private static Compilation failed(
            List<javax.tools.Diagnostic<? extends JavaFileObject>> diagnostics, String remarks) {
        List<CompileError> errors = diagnostics.stream()
                .filter(diagnostic -> diagnostic.getKind() == javax.tools.Diagnostic.Kind.ERROR)
                .map(SubmissionCompiler::error)
                .toList();
        if (errors.isEmpty()) {
            return failed(Diagnostic.of("compile.compiler-gave-up").with("reason", firstLine(remarks)));
        }
        CompileError first = errors.get(0);
        return new Checked.DoesNotCompile(
                Diagnostic.of("compile.error")
                        .with("compilerCode", first.code())
                        .with("reason", firstLine(first.message()))
                        .at(new SourcePlace(first.file(), "", "", (int) first.line())),
                errors);
    }

    private static Compilation failed(Diagnostic reason) {
        return new Checked.DoesNotCompile(reason, List.of());
    }

    private static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .map(line -> Excerpt.of(line, MAX_REASON_LENGTH))
                .orElse("no reason given");
    }

    private static CompileError error(javax.tools.Diagnostic<? extends JavaFileObject> diagnostic) {
        String message = Excerpt.of(diagnostic.getMessage(Locale.ROOT), MAX_MESSAGE_LENGTH);
        if (!(diagnostic.getSource() instanceof SourceInMemory source) || diagnostic.getLineNumber() < 1) {
            return new CompileError(diagnostic.getCode(), "KvServer.java", 0, 0, message, "");
        }
        return new CompileError(
                diagnostic.getCode(),
                source.file.name(),
                diagnostic.getLineNumber(),
                source.column(diagnostic.getPosition()),
                message,
                Excerpt.of(source.line(diagnostic.getLineNumber()), MAX_LINE_LENGTH));
    }

    /** A source file in memory, for the compiler. */
    private static final class SourceInMemory extends SimpleJavaFileObject {

        private final SourceFile file;

        SourceInMemory(SourceFile file) {
            super(URI.create("submission:/lab/" + encoded(file.name())), Kind.SOURCE);
            this.file = file;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return file.text();
        }

        /** The column, from 1, of a position in the text; 0 if the compiler gave none. */
        long column(long position) {
            if (position < 0 || position > file.text().length()) {
                return 0;
            }
            int before = (int) position - 1;
            int lineStart =
                    Math.max(file.text().lastIndexOf('\n', before), file.text().lastIndexOf('\r', before));
            return position - lineStart;
        }

        String line(long number) {
            return file.text().lines().skip(number - 1).findFirst().orElse("");
        }

        private static String encoded(String name) {
            StringBuilder path = new StringBuilder();
            name.chars()
                    .forEach(c -> path.append(
                            Character.isLetterOrDigit(c) && c < 128 || c == '.' || c == '-' || c == '_'
                                    ? Character.toString(c)
                                    : String.format(Locale.ROOT, "_%04x", c)));
            return path.toString();
        }
    }
}
