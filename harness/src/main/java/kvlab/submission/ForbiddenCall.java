package kvlab.submission;

import java.util.List;
import kvlab.classfile.MemberPattern;

/**
 * Methods of the Java library that are wrong in a simulation, each for the same reason.
 *
 * @param owner name of the class or interface; its subtypes are included
 * @param why the end of the sentence "calls X, which ..."
 * @param advice what to do instead: a sentence or two
 */
record ForbiddenCall(String owner, List<MemberPattern> methods, String why, String advice) {

    /** @param name {@code new} for a constructor */
    boolean forbids(String name, String descriptor) {
        return methods.stream().anyMatch(pattern -> pattern.matches(name, descriptor));
    }
}
