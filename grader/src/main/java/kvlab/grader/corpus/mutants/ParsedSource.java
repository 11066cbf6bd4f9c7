package kvlab.grader.corpus.mutants;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.lang.model.element.Element;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Types;
import kvlab.grader.intake.SourceFile;
import kvlab.submission.Part;

/** A source file that compiles, with its tree, its types, and the position of each part in the text. */
final class ParsedSource {

    private final SourceFile file;
    private final CompilationUnitTree unit;
    private final Trees trees;
    private final SourcePositions positions;
    private final Types types;

    private ParsedSource(SourceFile file, CompilationUnitTree unit, Trees trees, Types types) {
        this.file = file;
        this.unit = unit;
        this.trees = trees;
        this.positions = trees.getSourcePositions();
        this.types = types;
    }

    static ParsedSource of(SourceFile file) {
        JavacTask task = (JavacTask) new MutantCompiler().task(file);
        try {
            CompilationUnitTree unit = task.parse().iterator().next();
            task.analyze();
            return new ParsedSource(file, unit, Trees.instance(task), task.getTypes());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    CompilationUnitTree unit() {
        return unit;
    }

    Types types() {
        return types;
    }

    boolean isRaft() {
        return file.name().equals(Part.RAFT.simpleName() + ".java");
    }

    String text() {
        return file.text();
    }

    String text(Tree tree) {
        return file.text().substring(start(tree), end(tree));
    }

    int start(Tree tree) {
        return (int) positions.getStartPosition(unit, tree);
    }

    int end(Tree tree) {
        return (int) positions.getEndPosition(unit, tree);
    }

    /** Whether this part stands in the text; the compiler adds some of its own, a default constructor say. */
    boolean isWritten(Tree tree) {
        return start(tree) >= 0 && end(tree) > start(tree);
    }

    int line(int position) {
        return (int) unit.getLineMap().getLineNumber(position);
    }

    Optional<TypeMirror> type(TreePath path) {
        return Optional.ofNullable(trees.getTypeMirror(path));
    }

    Optional<Element> element(TreePath path) {
        return Optional.ofNullable(trees.getElement(path));
    }
}
