package kvlab.grader.corpus.mutants;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParameterizedTypeTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** A field left out of the comparison of a record that is a key, or is compared. */
final class RecordEdits extends EditScanner {

    private static final Set<String> COMPARING =
            Set.of("equals", "remove", "contains", "containsKey", "containsValue", "indexOf", "lastIndexOf", "replace");

    private Set<String> compared = Set.of();

    RecordEdits(ParsedSource source) {
        super(source);
    }

    @Override
    List<Edit> edits() {
        Comparisons comparisons = new Comparisons();
        comparisons.scan(source.unit(), null);
        compared = comparisons.types;
        return super.edits();
    }

    @Override
    public Void visitClass(ClassTree tree, Void unused) {
        if (tree.getKind() == Tree.Kind.RECORD
                && tree.getTypeParameters().isEmpty()
                && compared.contains(tree.getSimpleName().toString())) {
            List<String> components = tree.getMembers().stream()
                    .filter(member -> member instanceof VariableTree field
                            && !field.getModifiers().getFlags().contains(Modifier.STATIC))
                    .map(member -> ((VariableTree) member).getName().toString())
                    .toList();
            components.forEach(component -> leaveOut(component, components, tree));
        }
        return super.visitClass(tree, unused);
    }

    private void leaveOut(String component, List<String> components, ClassTree tree) {
        String name = tree.getSimpleName().toString();
        String others = components.stream()
                .filter(other -> !other.equals(component))
                .map(other -> " && java.util.Objects.equals(" + other + ", that." + other + ")")
                .collect(Collectors.joining());
        String hashed =
                components.stream().filter(other -> !other.equals(component)).collect(Collectors.joining(", "));
        int brace = source.end(tree) - 1;
        replace(
                "field left out of the comparison",
                brace,
                brace,
                "\npublic boolean equals(Object other) { return other instanceof " + name + " that" + others + "; }"
                        + "\npublic int hashCode() { return java.util.Objects.hash(" + hashed + "); }\n");
    }

    /** Finds the types of keys, and of what is compared or looked up. */
    private final class Comparisons extends TreePathScanner<Void, Void> {
        private final Set<String> types = new HashSet<>();

        @Override
        public Void visitParameterizedType(ParameterizedTypeTree tree, Void unused) {
            String name = tree.getType().toString();
            if (name.endsWith("Map") || name.endsWith("Set")) {
                types.add(simpleName(
                        tree.getTypeArguments().isEmpty()
                                ? name
                                : tree.getTypeArguments().get(0).toString()));
            }
            return super.visitParameterizedType(tree, unused);
        }

        @Override
        public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
            if (tree.getMethodSelect() instanceof MemberSelectTree select
                    && COMPARING.contains(select.getIdentifier().toString())) {
                for (ExpressionTree argument : tree.getArguments()) {
                    source.type(new TreePath(getCurrentPath(), argument))
                            .ifPresent(type -> types.add(simpleName(type.toString())));
                }
            }
            return super.visitMethodInvocation(tree, unused);
        }

        private String simpleName(String name) {
            return name.substring(name.lastIndexOf('.') + 1);
        }
    }
}
