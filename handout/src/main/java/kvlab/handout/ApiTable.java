package kvlab.handout;

import com.sun.source.doctree.DocCommentTree;
import com.sun.source.doctree.DocTree;
import com.sun.source.doctree.ParamTree;
import com.sun.source.doctree.ReturnTree;
import com.sun.source.doctree.ThrowsTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** A type of the interface for submissions, as prose and a table of its members: what its Javadoc says, typeset. */
final class ApiTable {

    private static final String CONSTRUCTOR = "<init>";

    private final JavaSource source;
    private final ClassTree type;
    private final StringBuilder rows = new StringBuilder();

    private ApiTable(JavaSource source, ClassTree type) {
        this.source = source;
        this.type = type;
    }

    /** The HTML of a file's type. */
    static String html(JavaSource source) {
        ClassTree type = (ClassTree) source.unit().getTypeDecls().get(0);
        return new ApiTable(source, type).html();
    }

    private String html() {
        Optional<DocCommentTree> comment = source.comment(type);
        comment.ifPresent(this::addParameters);
        type.getMembers().forEach(this::addMember);
        String prose =
                comment.map(text -> Javadoc.paragraphs(text.getFullBody())).orElse("");
        String table = rows.isEmpty() ? "" : "<table>\n<tbody>\n" + rows + "</tbody>\n</table>\n";
        return "<div class=\"api\">\n<p class=\"api-name\"><code>" + Page.escape(name()) + "</code></p>\n" + prose
                + table + "</div>";
    }

    /** Such as {@code interface RaftPeer extends Raft}, or {@code record Start(boolean leader, long index, long term)}. */
    private String name() {
        return source.code(type)
                .replaceFirst("\\{[\\s\\S]*", "")
                .replace("public ", "")
                .strip();
    }

    private void addMember(Tree member) {
        if (member instanceof MethodTree method
                && !method.getName().contentEquals(CONSTRUCTOR)
                && !method.getModifiers().getFlags().contains(Modifier.PRIVATE)) {
            addMethod(method);
        } else if (member instanceof VariableTree constant && type.getKind() == Tree.Kind.ENUM) {
            addRow(
                    constant.getName().toString(),
                    source.comment(constant)
                            .map(text -> Javadoc.paragraphs(text.getFullBody()))
                            .orElse(""));
        }
    }

    private void addMethod(MethodTree method) {
        List<String> parts = new ArrayList<>();
        source.comment(method).ifPresent(comment -> {
            parts.add(Javadoc.paragraphs(comment.getFullBody()));
            for (DocTree tag : comment.getBlockTags()) {
                parts.add("<p>" + sentence(tag) + "</p>\n");
            }
        });
        String signature = source.code(method)
                .replaceFirst("[;{][\\s\\S]*", "")
                .replace("public ", "")
                .replaceAll("\\s+", " ")
                .replace("( ", "(")
                .strip();
        addRow(signature, String.join("", parts));
    }

    /** Of a record its components. */
    private void addParameters(DocCommentTree comment) {
        for (DocTree tag : comment.getBlockTags()) {
            if (tag instanceof ParamTree parameter) {
                addRow(parameter.getName().toString(), Javadoc.paragraphs(parameter.getDescription()));
            }
        }
    }

    private static String sentence(DocTree tag) {
        if (tag instanceof ParamTree parameter) {
            return "<code>" + parameter.getName() + "</code>: " + Javadoc.inline(parameter.getDescription());
        }
        if (tag instanceof ReturnTree returned) {
            return "Returns " + Javadoc.inline(returned.getDescription());
        }
        if (tag instanceof ThrowsTree thrown) {
            return "Throws <code>" + thrown.getExceptionName() + "</code> " + Javadoc.inline(thrown.getDescription());
        }
        throw new IllegalArgumentException("a tag that the handout cannot show: " + tag);
    }

    private void addRow(String name, String text) {
        rows.append("<tr><td><code>")
                .append(Page.escape(name))
                .append("</code></td><td>")
                .append(text)
                .append("</td></tr>\n");
    }
}
