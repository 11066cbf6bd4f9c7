package kvlab.grader.corpus.mutants;

import com.sun.source.tree.BlockTree;
import com.sun.source.tree.ExpressionStatementTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.ReturnTree;
import com.sun.source.tree.StatementTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.WhileLoopTree;
import java.util.List;
import java.util.Set;
import javax.lang.model.type.TypeKind;

/** Statements left out or swapped, methods left early, loops run once. */
final class StatementEdits extends EditScanner {

    private static final Set<Tree.Kind> JUMPS = Set.of(Tree.Kind.BREAK, Tree.Kind.CONTINUE);

    StatementEdits(ParsedSource source) {
        super(source);
    }

    @Override
    public Void visitBlock(BlockTree block, Void unused) {
        List<? extends StatementTree> statements = block.getStatements();
        for (int i = 0; i < statements.size(); i++) {
            StatementTree statement = statements.get(i);
            if (mayBeDropped(statement)) {
                replace("statement left out", statement, "");
            }
            if (i > 0) {
                swap(statements.get(i - 1), statement);
            }
        }
        return super.visitBlock(block, unused);
    }

    private boolean mayBeDropped(StatementTree statement) {
        return statement instanceof ExpressionStatementTree
                || JUMPS.contains(statement.getKind())
                || statement instanceof ReturnTree end && end.getExpression() == null;
    }

    private void swap(StatementTree first, StatementTree second) {
        if (source.isWritten(first) && source.isWritten(second) && !areIndependent(first, second)) {
            String between = source.text().substring(source.end(first), source.start(second));
            replace(
                    "statements swapped",
                    source.start(first),
                    source.end(second),
                    source.text(second) + between + source.text(first));
        }
    }

    private boolean areIndependent(StatementTree first, StatementTree second) {
        return new Effects(source, getCurrentPath(), first)
                .areIndependentOf(new Effects(source, getCurrentPath(), second));
    }

    @Override
    public Void visitMethod(MethodTree method, Void unused) {
        boolean returnsNothing = method.getReturnType() != null
                && type(method.getReturnType())
                        .filter(type -> type.getKind() == TypeKind.VOID)
                        .isPresent();
        if (returnsNothing && method.getBody() != null) {
            for (StatementTree statement : method.getBody().getStatements()) {
                int start = source.start(statement);
                replace("returns early", start, start, "if (true) return; ");
            }
        }
        return super.visitMethod(method, unused);
    }

    @Override
    public Void visitWhileLoop(WhileLoopTree loop, Void unused) {
        int start = source.start(loop);
        replace("loop runs once", start, start + "while".length(), "if");
        return super.visitWhileLoop(loop, unused);
    }
}
