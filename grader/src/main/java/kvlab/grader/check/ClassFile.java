package kvlab.grader.check;

import java.util.List;
import java.util.Set;

/**
 * What is in a class file, as far as the rules ask.
 *
 * @param name internal, such as {@code lab/KvServer$Op}
 * @param supertypes internal names of the class it extends and the interfaces it implements
 * @param members names of its own methods and fields, each followed by its descriptor
 * @param uses every reference that it makes
 * @param faults of its own, whatever it refers to: each the rest of a sentence after its site
 */
record ClassFile(String name, List<String> supertypes, Set<String> members, List<Use> uses, List<Fault> faults) {

    /** @param trouble how the sentence goes on after the site, with its full stop */
    record Fault(Site site, String trouble) {}
}
