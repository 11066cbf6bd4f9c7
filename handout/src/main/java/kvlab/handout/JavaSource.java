package kvlab.handout;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.DocTrees;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A Java file, parsed by the JDK's own parser. */
record JavaSource(String text, CompilationUnitTree unit, DocTrees trees) {

    static JavaSource parse(Path path) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            throw new IllegalStateException("the handout's build needs a JDK: this Java has no compiler");
        }
        // Collected and not looked at: whether the file compiles is the business of the module that it belongs to.
        DiagnosticCollector<JavaFileObject> remarks = new DiagnosticCollector<>();
        try (StandardJavaFileManager files =
                compiler.getStandardFileManager(remarks, Locale.ROOT, StandardCharsets.UTF_8)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    Writer.nullWriter(), files, remarks, List.of("-proc:none"), null, files.getJavaFileObjects(path));
            return new JavaSource(
                    Files.readString(path), task.parse().iterator().next(), DocTrees.instance(task));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int start(Tree declaration) {
        return (int) trees.getSourcePositions().getStartPosition(unit, declaration);
    }

    int end(Tree declaration) {
        return (int) trees.getSourcePositions().getEndPosition(unit, declaration);
    }

    /** A declaration without its comment. */
    String code(Tree declaration) {
        return text.substring(start(declaration), end(declaration));
    }

    /** The Javadoc of a declaration. */
    Optional<DocCommentTree> comment(Tree declaration) {
        return Optional.ofNullable(trees.getDocCommentTree(TreePath.getPath(unit, declaration)));
    }
}
