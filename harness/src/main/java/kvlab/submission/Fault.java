package kvlab.submission;

import kvlab.classfile.TypeNames;

/**
 * A part of a value that can change.
 *
 * @param path from the value to the part, like {@code .entries[2].reply}; empty if it is the value itself
 * @param trouble how the sentence goes on after the part's name, with {@value #NAME} for its last name
 */
record Fault(String path, String trouble) {

    static final String NAME = "{}";

    /** Stands in the trouble for where the value goes, such as "in the log". */
    static final String WHERE = "<where>";

    static Fault of(Class<?> type) {
        return new Fault("", Advice.on(type));
    }

    Fault within(String step) {
        return new Fault(step + path, trouble);
    }

    /** The whole sentence, for a value of that class. */
    String message(Class<?> root, String what, String where) {
        String part = path.isEmpty() ? what : TypeNames.withoutPackage(root.getName()) + path;
        boolean named = !path.isEmpty() && Character.isJavaIdentifierPart(path.charAt(path.length() - 1));
        String last = named ? path.substring(path.lastIndexOf('.') + 1) : "...";
        return part + " " + trouble.replace(NAME, last).replace(WHERE, where) + ".";
    }
}
