package kvlab.grader.corpus.mutants;

import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.util.TreePath;
import java.util.Optional;
import javax.lang.model.element.ElementKind;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;

/** Calls whose value is used, replaced by what they are called on or with; waiting left out. */
final class CallEdits extends EditScanner {

    CallEdits(ParsedSource source) {
        super(source);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree call, Void unused) {
        TypeMirror result = source.type(getCurrentPath()).orElse(null);
        boolean used = !(getCurrentPath().getParentPath().getLeaf() instanceof ExpressionStatementTree);
        if (used && result != null && result.getKind() != TypeKind.VOID) {
            if (call.getMethodSelect() instanceof MemberSelectTree select) {
                TreePath on = new TreePath(new TreePath(getCurrentPath(), select), select.getExpression());
                if (isValue(on)) {
                    inPlaceOf(call, select.getExpression(), source.type(on), result);
                }
                if (select.getIdentifier().contentEquals("await")) {
                    replace("await left out", call, nothing(result));
                }
                if (select.getIdentifier().contentEquals("min")
                        || select.getIdentifier().contentEquals("max")) {
                    String other = select.getIdentifier().contentEquals("min") ? "max" : "min";
                    replace(
                            "min and max exchanged",
                            source.end(select.getExpression()),
                            source.end(select),
                            "." + other);
                }
            }
            for (ExpressionTree argument : call.getArguments()) {
                inPlaceOf(call, argument, type(argument), result);
            }
        }
        return super.visitMethodInvocation(call, unused);
    }

    private boolean isValue(TreePath path) {
        return source.element(path)
                .map(element -> !element.getKind().isClass()
                        && !element.getKind().isInterface()
                        && element.getKind() != ElementKind.PACKAGE)
                .orElse(true);
    }

    private void inPlaceOf(
            MethodInvocationTree call, ExpressionTree part, Optional<TypeMirror> type, TypeMirror result) {
        type.filter(has -> has.getKind() != TypeKind.NULL && has.getKind() != TypeKind.NONE)
                .filter(has -> has.getKind() == TypeKind.ERROR || source.types().isAssignable(has, result))
                .ifPresent(has -> replace("call left out", call, source.text(part)));
    }

    /** What a wait comes to that does not happen. */
    private static String nothing(TypeMirror result) {
        boolean optional = result instanceof DeclaredType type
                && type.asElement().toString().equals("java.util.Optional")
                && type.getTypeArguments().size() == 1;
        return optional
                ? "java.util.Optional.<"
                        + ((DeclaredType) result).getTypeArguments().get(0) + ">empty()"
                : "((" + result + ") null)";
    }
}
