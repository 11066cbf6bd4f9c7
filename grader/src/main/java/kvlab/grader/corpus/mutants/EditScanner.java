package kvlab.grader.corpus.mutants;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Collects one kind of changes to a source file. */
abstract class EditScanner extends TreePathScanner<Void, Void> {

    final ParsedSource source;
    private final List<Edit> edits = new ArrayList<>();

    EditScanner(ParsedSource source) {
        this.source = source;
    }

    List<Edit> edits() {
        scan(source.unit(), null);
        return List.copyOf(edits);
    }

    /** Passes over what the compiler has added, the type of a lambda's parameter say. */
    @Override
    public Void scan(Tree tree, Void unused) {
        return tree == null || source.isWritten(tree) ? super.scan(tree, unused) : null;
    }

    final void replace(String operator, Tree tree, String text) {
        if (source.isWritten(tree)) {
            replace(operator, source.start(tree), source.end(tree), text);
        }
    }

    final void replace(String operator, int start, int end, String text) {
        edits.add(new Edit(operator, member(), start, end, text));
    }

    final Optional<TypeMirror> type(Tree tree) {
        return source.type(new TreePath(getCurrentPath(), tree));
    }

    final boolean isIntegral(Tree tree) {
        return type(tree)
                .filter(type -> type.getKind() == TypeKind.INT || type.getKind() == TypeKind.LONG)
                .isPresent();
    }

    final boolean isString(Tree tree) {
        return type(tree)
                .filter(type -> type.toString().equals("java.lang.String"))
                .isPresent();
    }

    /** The name of the innermost method around this place, or else of the field, or of the class. */
    private String member() {
        String field = "";
        for (TreePath path = getCurrentPath(); path != null; path = path.getParentPath()) {
            if (path.getLeaf() instanceof MethodTree method) {
                return method.getName().toString();
            } else if (path.getLeaf() instanceof VariableTree variable) {
                field = variable.getName().toString();
            } else if (path.getLeaf() instanceof ClassTree type) {
                return field.isEmpty() ? type.getSimpleName().toString() : field;
            }
        }
        return field;
    }
}
