package kvlab.grader.policy;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something of the Java library that a policy speaks of.
 *
 * @param name of a package, a class (nested ones with {@code $}), or a class, {@code #} and a member
 */
public record ApiName(Kind kind, String name) {

    /** How much of the library a name stands for. */
    public enum Kind {
        /** All classes of one package, not of those below it. */
        PACKAGE,
        /** All members of one class. */
        CLASS,
        /** All methods or fields of one name. */
        MEMBER
    }

    /** Java allows more in names, and its library does without. */
    private static final String WORD = "[A-Za-z_][A-Za-z_0-9]*";

    private static final String DOTTED = WORD + "(?:\\." + WORD + ")+";
    private static final Pattern PACKAGE = Pattern.compile(DOTTED + "\\.\\*");
    private static final String TYPE = DOTTED + "(?:\\$" + WORD + ")*";
    private static final Pattern CLASS = Pattern.compile(TYPE);
    private static final Pattern MEMBER = Pattern.compile(TYPE + "#(?:" + WORD + "|<init>)");

    /** Reads {@code java.util.zip.*}, {@code java.util.Random} or {@code java.lang.Thread#sleep}. */
    public static Optional<ApiName> parse(String text) {
        if (PACKAGE.matcher(text).matches()) {
            return Optional.of(new ApiName(Kind.PACKAGE, text.substring(0, text.length() - ".*".length())));
        } else if (CLASS.matcher(text).matches()) {
            return Optional.of(new ApiName(Kind.CLASS, text));
        } else if (MEMBER.matcher(text).matches()) {
            return Optional.of(new ApiName(Kind.MEMBER, text));
        }
        return Optional.empty();
    }

    /** As a policy file has it. */
    @Override
    public String toString() {
        return kind == Kind.PACKAGE ? name + ".*" : name;
    }
}
