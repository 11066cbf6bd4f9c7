package kvlab.submission;

import kvlab.classfile.TypeNames;
import kvlab.diagnostic.Diagnostic;

/**
 * A mutable part of a value.
 *
 * @param path from the value to the part, like {@code .entries[2].reply}; empty if it is the value itself
 * @param finding the finding, without the part's path and the value's destination
 */
record MutablePart(String path, Diagnostic finding) {

    static MutablePart of(Class<?> type) {
        return new MutablePart("", MutableClass.finding(type));
    }

    MutablePart within(String step) {
        return new MutablePart(step + path, finding);
    }

    /**
     * The complete finding, for a value of that class.
     *
     * @param what the value, as a sentence begins: "The command"
     * @param where the value goes, after "it is": "in the log"
     */
    Diagnostic in(Class<?> root, String what, String where) {
        boolean named = !path.isEmpty() && Character.isJavaIdentifierPart(path.charAt(path.length() - 1));
        return finding.with("part", path.isEmpty() ? what : TypeNames.withoutPackage(root.getName()) + path)
                .with("name", named ? path.substring(path.lastIndexOf('.') + 1) : "...")
                .with("where", where);
    }
}
