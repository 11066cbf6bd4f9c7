package kvlab.grader.check;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import kvlab.diagnostic.Diagnostic;

/** What the check of a submission came to. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "checked")
public sealed interface Checked {

    /**
     * It may run.
     *
     * @param classes class files by binary name, such as {@code lab.KvServer}
     */
    record Accepted(Map<String, byte[]> classes) implements Checked {}

    /**
     * It does not compile, through its own fault.
     *
     * @param reason its first error, or why the compiler gave up
     * @param errors what the compiler objects to, in its order; empty if it gave up
     */
    record DoesNotCompile(Diagnostic reason, List<CompileError> errors) implements Checked, Compilation {}

    /**
     * It breaks the rules.
     *
     * @param findings in which ways, at least one
     */
    record BreaksRules(List<Diagnostic> findings) implements Checked {}

    /**
     * It could not be checked, through a fault of the kit, the JVM or the machine.
     *
     * @param detail what the process printed, in lines; may be empty
     */
    record Broken(Diagnostic reason, String detail) implements Checked {}
}
