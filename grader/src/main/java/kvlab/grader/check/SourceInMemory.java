package kvlab.grader.check;

import java.net.URI;
import java.util.Locale;
import javax.tools.SimpleJavaFileObject;
import kvlab.grader.intake.SourceFile;

/** A submission's source as the compiler wants to see it. */
final class SourceInMemory extends SimpleJavaFileObject {

    private final SourceFile file;

    SourceInMemory(SourceFile file) {
        super(URI.create("submission:/lab/" + encoded(file.name())), Kind.SOURCE);
        this.file = file;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return file.text();
    }

    String fileName() {
        return file.name();
    }

    /** The column, from 1, of a position in the text; 0 if the compiler gave none. */
    long column(long position) {
        if (position < 0 || position > file.text().length()) {
            return 0;
        }
        int before = (int) position - 1;
        int lineStart =
                Math.max(file.text().lastIndexOf('\n', before), file.text().lastIndexOf('\r', before));
        return position - lineStart;
    }

    String line(long number) {
        return file.text().lines().skip(number - 1).findFirst().orElse("");
    }

    private static String encoded(String name) {
        StringBuilder path = new StringBuilder();
        name.chars()
                .forEach(c -> path.append(
                        Character.isLetterOrDigit(c) && c < 128 || c == '.' || c == '-' || c == '_'
                                ? Character.toString(c)
                                : String.format(Locale.ROOT, "_%04x", c)));
        return path.toString();
    }
}
