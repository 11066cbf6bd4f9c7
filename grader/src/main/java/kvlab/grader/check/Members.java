package kvlab.grader.check;

import java.util.List;
import kvlab.classfile.MemberPattern;

/** The allowed members of a class. A constructor's name is {@code new}. */
@FunctionalInterface
interface Members {

    Members ALL = (name, descriptor) -> true;

    /** @param descriptor as in class files */
    boolean allow(String name, String descriptor);

    default Members or(Members other) {
        return this == ALL || other == ALL
                ? ALL
                : (name, descriptor) -> allow(name, descriptor) || other.allow(name, descriptor);
    }

    default Members butNot(Members other) {
        return (name, descriptor) -> allow(name, descriptor) && !other.allow(name, descriptor);
    }

    /** All members except those that match. */
    static Members except(List<MemberPattern> patterns) {
        return (name, descriptor) -> patterns.stream().noneMatch(pattern -> pattern.matches(name, descriptor));
    }

    /** Only the members that match. */
    static Members only(List<MemberPattern> patterns) {
        return (name, descriptor) -> patterns.stream().anyMatch(pattern -> pattern.matches(name, descriptor));
    }
}
