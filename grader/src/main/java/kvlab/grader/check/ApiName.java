package kvlab.grader.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import kvlab.classfile.MemberPattern;

/**
 * A name of a package, class or member of the Java library in a policy.
 *
 * @param text a package ({@code java.util.zip.*}, without those below it), a class ({@code java.util.Random}, nested ones
 *     with {@code $}), or all members of one name ({@code java.lang.Thread#sleep}, constructors with {@code <init>})
 */
public record ApiName(String text) {

    /** The identifiers that occur in the Java library; Java allows more. */
    private static final String WORD = "[A-Za-z_][A-Za-z_0-9]*";

    private static final Pattern FORM =
            Pattern.compile("W(?:\\.W)+(?:\\.\\*|(?:\\$W)*(?:#(?:W|<init>))?)".replace("W", WORD));

    /** @throws IllegalArgumentException if the text is not such a name */
    public ApiName {
        if (!FORM.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    text
                            + ": name a package (java.util.zip.*), a class (java.util.Random), or a member (java.lang.Thread#sleep)");
        }
    }

    /** Empty if the text is not such a name. */
    public static Optional<ApiName> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ApiName(text)) : Optional.empty();
    }

    /** The class name with dots only, or the package name with {@code .*}. */
    String type() {
        return text.replaceFirst("#.*", "").replace('$', '.');
    }

    Members members() {
        int hash = text.indexOf('#');
        return hash < 0
                ? Members.ALL
                : Members.only(
                        List.of(new MemberPattern(text.substring(hash + 1).replace("<init>", "new"))));
    }

    @Override
    public String toString() {
        return text;
    }
}
