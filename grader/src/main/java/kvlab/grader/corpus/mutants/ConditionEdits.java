package kvlab.grader.corpus.mutants;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IfTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import javax.lang.model.type.TypeKind;

/** Conditions taken for true or false, parts of them left out, and comparisons shifted, widened or narrowed. */
final class ConditionEdits extends EditScanner {

    ConditionEdits(ParsedSource source) {
        super(source);
    }

    @Override
    public Void visitIf(IfTree tree, Void unused) {
        decide(tree.getCondition());
        return super.visitIf(tree, unused);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree tree, Void unused) {
        decide(tree.getCondition());
        return super.visitWhileLoop(tree, unused);
    }

    @Override
    public Void visitConditionalExpression(ConditionalExpressionTree tree, Void unused) {
        decide(tree.getCondition());
        return super.visitConditionalExpression(tree, unused);
    }

    private void decide(ExpressionTree condition) {
        ExpressionTree inner = condition instanceof ParenthesizedTree both ? both.getExpression() : condition;
        if (inner.getKind() != Tree.Kind.BOOLEAN_LITERAL) {
            replace("condition always true", inner, "true");
            replace("condition always false", inner, "false");
        }
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void unused) {
        String left = source.text(tree.getLeftOperand());
        String right = source.text(tree.getRightOperand());
        switch (tree.getKind()) {
            case CONDITIONAL_AND, CONDITIONAL_OR -> {
                replace("term left unchecked", tree, left);
                replace("term left unchecked", tree, right);
            }
            // PIT shifts the other way: < becomes <=
            case LESS_THAN, GREATER_THAN_EQUAL -> shift(tree, " - 1");
            case GREATER_THAN, LESS_THAN_EQUAL -> shift(tree, " + 1");
            case EQUAL_TO -> {
                compare(tree, left, "<=", right);
                compare(tree, left, ">=", right);
            }
            case NOT_EQUAL_TO -> {
                compare(tree, left, "<", right);
                compare(tree, left, ">", right);
            }
            default -> {}
        }
        return super.visitBinary(tree, unused);
    }

    private void shift(BinaryTree tree, String by) {
        if (isIntegral(tree.getRightOperand())) {
            replace("comparison shifted by one", tree.getRightOperand(), source.text(tree.getRightOperand()) + by);
        }
        compareAsInt(tree);
    }

    private void compare(BinaryTree tree, String left, String operator, String right) {
        if (isIntegral(tree.getLeftOperand()) && isIntegral(tree.getRightOperand())) {
            replace("comparison changed", tree, left + " " + operator + " " + right);
        }
    }

    /** Only in what compares requests: a Raft's terms and indexes begin at 0, and no run gets them out of an int. */
    private void compareAsInt(BinaryTree tree) {
        if (!source.isRaft() && isLong(tree.getLeftOperand()) && isLong(tree.getRightOperand())) {
            String left = source.text(tree.getLeftOperand());
            String operator =
                    source.text().substring(source.end(tree.getLeftOperand()), source.start(tree.getRightOperand()));
            String right = source.text(tree.getRightOperand());
            replace("compared as int", tree, "(int) (" + left + ")" + operator + "(int) (" + right + ")");
        }
    }

    private boolean isLong(Tree tree) {
        return type(tree).filter(type -> type.getKind() == TypeKind.LONG).isPresent();
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        if (tree.getMethodSelect() instanceof MemberSelectTree call
                && call.getIdentifier().contentEquals("equals")
                && tree.getArguments().size() == 1) {
            replace(
                    "compared by identity",
                    tree,
                    "(" + source.text(call.getExpression()) + " == "
                            + source.text(tree.getArguments().get(0)) + ")");
        }
        return super.visitMethodInvocation(tree, unused);
    }
}
