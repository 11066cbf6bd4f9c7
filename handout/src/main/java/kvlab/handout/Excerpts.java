package kvlab.handout;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.TreeScanner;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds declarations in the repository's Java files, by the JDK's own parser, and returns their text unchanged. */
final class Excerpts {

    private final Path repository;

    Excerpts(Path repository) {
        this.repository = repository;
    }

    /** The type of a file as prose and a table, in HTML; empty if there is no such file. */
    Optional<String> apiTable(String file) {
        return source(file).map(ApiTable::html);
    }

    /**
     * All types, methods and fields of these names with their comments, in the order of the names and then of the file
     * (so all overloads of a method), left-aligned. Constructors go with their type.
     *
     * @return empty if there is no such file, or one of the names is not in it
     */
    Optional<String> declarations(String file, List<String> names) {
        return source(file).flatMap(source -> {
            List<Tree> found = new ArrayList<>();
            for (String name : names) {
                int before = found.size();
                source.unit().accept(new Named(name), found);
                if (found.size() == before) {
                    return Optional.empty();
                }
            }
            return Optional.of(text(source, found));
        });
    }

    private Optional<JavaSource> source(String file) {
        Path path = repository.resolve(file);
        return Files.isRegularFile(path) ? Optional.of(JavaSource.parse(path)) : Optional.empty();
    }

    /** Collects what bears the name, and does not look inside what it has found. */
    private static final class Named extends TreeScanner<Void, List<Tree>> {

        private final String name;

        Named(String name) {
            this.name = name;
        }

        @Override
        public Void visitClass(ClassTree type, List<Tree> found) {
            return type.getSimpleName().contentEquals(name) ? add(type, found) : super.visitClass(type, found);
        }

        @Override
        public Void visitMethod(MethodTree method, List<Tree> found) {
            return method.getName().contentEquals(name) ? add(method, found) : null;
        }

        @Override
        public Void visitVariable(VariableTree field, List<Tree> found) {
            return field.getName().contentEquals(name) ? add(field, found) : null;
        }

        private static Void add(Tree declaration, List<Tree> found) {
            found.add(declaration);
            return null;
        }
    }

    private static String text(JavaSource source, List<? extends Tree> declarations) {
        return String.join(
                "\n\n",
                declarations.stream()
                        .map(declaration -> text(source, declaration))
                        .toList());
    }

    private static String text(JavaSource source, Tree declaration) {
        int start = withComment(source.text(), source.start(declaration));
        int lineStart = source.text().lastIndexOf('\n', start) + 1;
        return source.text().substring(lineStart, source.end(declaration)).stripIndent();
    }

    /** Where the Javadoc of the declaration at this position begins; the position itself if it has none. */
    private static int withComment(String code, int start) {
        String before = code.substring(0, start).stripTrailing();
        return before.endsWith("*/") ? before.lastIndexOf("/*") : start;
    }
}
