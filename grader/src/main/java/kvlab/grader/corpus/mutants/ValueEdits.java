package kvlab.grader.corpus.mutants;

import com.sun.source.tree.BinaryTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeMirror;

/** Constants changed, operands and arguments exchanged or left out, durations scaled. */
final class ValueEdits extends EditScanner {

    private static final Set<String> DURATIONS = Set.of(
            "ofMillis",
            "ofSeconds",
            "ofMinutes",
            "ofHours",
            "plusMillis",
            "plusSeconds",
            "minusMillis",
            "minusSeconds");

    private static final Set<String> SYMMETRIC = Set.of("Math.max", "Math.min");

    ValueEdits(ParsedSource source) {
        super(source);
    }

    @Override
    public Void visitLiteral(LiteralTree tree, Void unused) {
        Object value = tree.getValue();
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            String suffix = value instanceof Long ? "L" : "";
            if (isDuration()) {
                replace("duration times ten", tree, number * 10 + suffix);
                replace("duration divided by ten", tree, number / 10 + suffix);
            } else {
                replace("constant changed", tree, number + 1 + suffix);
                replace("constant changed", tree, number == 0 ? "(-1" + suffix + ")" : number - 1 + suffix);
            }
        } else if (value instanceof Boolean truth) {
            replace("constant changed", tree, String.valueOf(!truth));
        } else if (value instanceof String text) {
            replace("constant changed", tree, text.isEmpty() ? "\"?\"" : "\"\"");
        }
        return super.visitLiteral(tree, unused);
    }

    private boolean isDuration() {
        return getCurrentPath().getParentPath().getLeaf() instanceof MethodInvocationTree call
                && call.getMethodSelect() instanceof MemberSelectTree select
                && DURATIONS.contains(select.getIdentifier().toString());
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
        exchangeEnumConstant(tree, "");
        return super.visitIdentifier(tree, unused);
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
        exchangeEnumConstant(tree, source.text(tree.getExpression()) + ".");
        return super.visitMemberSelect(tree, unused);
    }

    private void exchangeEnumConstant(Tree tree, String qualifier) {
        Element element = source.element(getCurrentPath()).orElse(null);
        boolean label = getCurrentPath().getParentPath().getLeaf() instanceof CaseTree;
        if (element != null && element.getKind() == ElementKind.ENUM_CONSTANT && !label) {
            element.getEnclosingElement().getEnclosedElements().stream()
                    .filter(other -> other.getKind() == ElementKind.ENUM_CONSTANT && other != element)
                    .forEach(other -> replace("constant exchanged", tree, qualifier + other.getSimpleName()));
        }
    }

    @Override
    public Void visitBinary(BinaryTree tree, Void unused) {
        String left = source.text(tree.getLeftOperand());
        String right = source.text(tree.getRightOperand());
        switch (tree.getKind()) {
            case PLUS -> {
                replace("operand left out", tree, left);
                if (isString(tree)) {
                    replace("operand left out", tree, right);
                    replace("operands exchanged", tree, "(" + right + ") + " + left);
                }
            }
            case MINUS, DIVIDE, REMAINDER, MULTIPLY -> replace("operand left out", tree, left);
            default -> {}
        }
        return super.visitBinary(tree, unused);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
        if (!isSymmetric(tree)) {
            exchangeNeighbours(tree.getArguments());
        }
        if (tree.getArguments().isEmpty() && tree.getMethodSelect() instanceof MemberSelectTree select) {
            exchangeAccessor(tree, select);
        }
        return super.visitMethodInvocation(tree, unused);
    }

    private static boolean isSymmetric(MethodInvocationTree tree) {
        return SYMMETRIC.contains(tree.getMethodSelect().toString());
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
        exchangeNeighbours(tree.getArguments());
        return super.visitNewClass(tree, unused);
    }

    private void exchangeNeighbours(List<? extends ExpressionTree> arguments) {
        for (int i = 1; i < arguments.size(); i++) {
            ExpressionTree first = arguments.get(i - 1);
            ExpressionTree second = arguments.get(i);
            boolean sameType = type(first)
                    .flatMap(one -> type(second).filter(other -> source.types().isSameType(one, other)))
                    .isPresent();
            if (sameType && !source.text(first).equals(source.text(second))) {
                replace(
                        "arguments exchanged",
                        source.start(first),
                        source.end(second),
                        source.text(second) + ", " + source.text(first));
            }
        }
    }

    /** {@code start.index()} for {@code start.term()}: another part of the same thing, of the same type. */
    private void exchangeAccessor(MethodInvocationTree tree, MemberSelectTree select) {
        TypeMirror owner = source.type(
                        new TreePath(new TreePath(getCurrentPath(), tree.getMethodSelect()), select.getExpression()))
                .orElse(null);
        TypeMirror result = source.type(getCurrentPath()).orElse(null);
        if (!(owner instanceof DeclaredType declared)
                || result == null
                || !result.getKind().isPrimitive() && !isString(tree)) {
            return;
        }
        for (Element other : ((TypeElement) declared.asElement()).getEnclosedElements()) {
            if (other instanceof ExecutableElement method
                    && method.getKind() == ElementKind.METHOD
                    && !method.getModifiers().contains(Modifier.STATIC)
                    && method.getParameters().isEmpty()
                    && !Set.of("hashCode", "toString")
                            .contains(method.getSimpleName().toString())
                    && !method.getSimpleName().equals(select.getIdentifier())
                    && source.types().isSameType(method.getReturnType(), result)
                    && isOfTheLab(declared)) {
                replace(
                        "accessor exchanged",
                        tree,
                        source.text(select.getExpression()) + "." + method.getSimpleName() + "()");
            }
        }
    }

    /** Not a class of the JDK's: a list's {@code size()} is seldom taken for its {@code hashCode()}. */
    private static boolean isOfTheLab(DeclaredType type) {
        return !type.asElement().toString().startsWith("java.");
    }
}
