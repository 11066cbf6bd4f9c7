package kvlab.handout;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Finds declarations in the repository's Java files, by the JDK's own parser, and returns their text unchanged. */
final class Excerpts {

    private final Path repository;

    Excerpts(Path repository) {
        this.repository = repository;
    }

    /** The types of a file with their comments, without package and imports; empty if there is no such file. */
    Optional<String> type(String file) {
        return source(file).map(source -> source.text(source.unit().getTypeDecls()));
    }

    /**
     * All types, methods and fields of these names with their comments, in the order of the names and then of the file
     * (so all overloads of a method), left-aligned. Constructors go with their type.
     *
     * @return empty if there is no such file, or one of the names is not in it
     */
    Optional<String> declarations(String file, List<String> names) {
        return source(file).flatMap(source -> {
            List<Tree> found = new ArrayList<>();
            for (String name : names) {
                int before = found.size();
                source.unit().accept(new Named(name), found);
                if (found.size() == before) {
                    return Optional.empty();
                }
            }
            return Optional.of(source.text(found));
        });
    }

    private Optional<Source> source(String file) {
        Path path = repository.resolve(file);
        return Files.isRegularFile(path) ? Optional.of(Source.parse(path)) : Optional.empty();
    }

    /** Collects what bears the name, and does not look inside what it has found. */
    private static final class Named extends TreeScanner<Void, List<Tree>> {

        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public Void visitClass(ClassTree type, List<Tree> found) {
            return type.getSimpleName().contentEquals(name) ? add(type, found) : super.visitClass(type, found);
        }

        @Override
        public Void visitMethod(MethodTree method, List<Tree> found) {
            return method.getName().contentEquals(name) ? add(method, found) : null;
        }

        @Override
        public Void visitVariable(VariableTree field, List<Tree> found) {
            return field.getName().contentEquals(name) ? add(field, found) : null;
        }

        private static Void add(Tree declaration, List<Tree> found) {
            found.add(declaration);
            return null;
        }
    }

    /** A parsed file. */
    private record Source(String code, CompilationUnitTree unit, SourcePositions positions) {

        static Source parse(Path path) {
            JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
            if (compiler == null) {
                throw new IllegalStateException("the handout's build needs a JDK: this Java has no compiler");
            }
            // Collected and not looked at: whether the file compiles is the business of the module that it belongs to.
            DiagnosticCollector<JavaFileObject> remarks = new DiagnosticCollector<>();
            try (StandardJavaFileManager files =
                    compiler.getStandardFileManager(remarks, Locale.ROOT, StandardCharsets.UTF_8)) {
                JavacTask task = (JavacTask) compiler.getTask(
                        Writer.nullWriter(),
                        files,
                        remarks,
                        List.of("-proc:none"),
                        null,
                        files.getJavaFileObjects(path));
                CompilationUnitTree unit = task.parse().iterator().next();
                return new Source(
                        Files.readString(path), unit, Trees.instance(task).getSourcePositions());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        String text(List<? extends Tree> declarations) {
            return String.join("\n\n", declarations.stream().map(this::text).toList());
        }

        private String text(Tree declaration) {
            int start = withComment((int) positions.getStartPosition(unit, declaration));
            int end = (int) positions.getEndPosition(unit, declaration);
            int lineStart = code.lastIndexOf('\n', start) + 1;
            return code.substring(lineStart, end).stripIndent();
        }

        /** Where the Javadoc of the declaration at this position begins; the position itself if it has none. */
        private int withComment(int start) {
            String before = code.substring(0, start).stripTrailing();
            return before.endsWith("*/") ? before.lastIndexOf("/*") : start;
        }
    }
}
