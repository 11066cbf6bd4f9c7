package kvlab.grader.corpus.mutants;

import com.sun.source.tree.AssignmentTree;
import com.sun.source.tree.CompoundAssignmentTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.UnaryTree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;
import javax.lang.model.element.Element;

/** What a simple statement reads and writes, as far as the source alone shows it. */
final class Effects extends TreePathScanner<Void, Void> {

    private static final Set<Tree.Kind> STEPS = EnumSet.of(
            Tree.Kind.PREFIX_INCREMENT,
            Tree.Kind.PREFIX_DECREMENT,
            Tree.Kind.POSTFIX_INCREMENT,
            Tree.Kind.POSTFIX_DECREMENT);

    /** What such an expression does is not in the source around it; and two names may stand for one array. */
    private static final Set<Tree.Kind> OPAQUE = EnumSet.of(
            Tree.Kind.METHOD_INVOCATION,
            Tree.Kind.NEW_CLASS,
            Tree.Kind.LAMBDA_EXPRESSION,
            Tree.Kind.MEMBER_REFERENCE,
            Tree.Kind.ARRAY_ACCESS);

    private final ParsedSource source;
    private final Set<Element> touched = new HashSet<>();
    private final Set<Element> written = new HashSet<>();
    private boolean known;

    /** @param around the path of the block that the statement stands in */
    Effects(ParsedSource source, TreePath around, StatementTree statement) {
        this.source = source;
        known = statement instanceof ExpressionStatementTree || statement instanceof VariableTree;
        scan(new TreePath(around, statement), null);
    }

    /** Whether nobody can tell in which order the two happen; of statements with a call this is never known. */
    boolean areIndependentOf(Effects other) {
        return known
                && other.known
                && Collections.disjoint(written, other.touched)
                && Collections.disjoint(other.written, touched);
    }

    @Override
    public Void scan(Tree tree, Void unused) {
        if (tree != null && OPAQUE.contains(tree.getKind())) {
            known = false;
            return null;
        }
        return super.scan(tree, unused);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
        source.element(getCurrentPath()).ifPresent(touched::add);
        return super.visitIdentifier(tree, unused);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        source.element(getCurrentPath()).ifPresent(touched::add);
        return super.visitMemberSelect(tree, unused);
    }

    @Override
    public Void visitVariable(VariableTree tree, Void unused) {
        source.element(getCurrentPath()).ifPresent(this::write);
        return super.visitVariable(tree, unused);
    }

    @Override
    public Void visitAssignment(AssignmentTree tree, Void unused) {
        write(tree.getVariable());
        return super.visitAssignment(tree, unused);
    }

    @Override
    public Void visitCompoundAssignment(CompoundAssignmentTree tree, Void unused) {
        write(tree.getVariable());
        return super.visitCompoundAssignment(tree, unused);
    }

    @Override
    public Void visitUnary(UnaryTree tree, Void unused) {
        if (STEPS.contains(tree.getKind())) {
            write(tree.getExpression());
        }
        return super.visitUnary(tree, unused);
    }

    private void write(ExpressionTree variable) {
        source.element(new TreePath(getCurrentPath(), variable)).ifPresent(this::write);
    }

    private void write(Element variable) {
        touched.add(variable);
        written.add(variable);
    }
}
