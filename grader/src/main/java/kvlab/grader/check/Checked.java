package kvlab.grader.check;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;
import kvlab.diagnostic.Diagnostic;

/** The result of checking a submission. */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "checked")
public sealed interface Checked {

    /**
     * The submission may run.
     *
     * @param classes class files by binary name, such as {@code lab.KvServer}
     */
    record Accepted(Map<String, byte[]> classes) implements Checked {}

    /**
     * The submission does not compile.
     *
     * @param reason its first error, or the reason why the compiler failed
     * @param errors the compiler's errors, in order; empty if the compiler failed
     */
    record DoesNotCompile(Diagnostic reason, List<CompileError> errors) implements Checked, Compilation {}

    /**
     * The submission violates the rules.
     *
     * @param findings the violations, at least one
     */
    record BreaksRules(List<Diagnostic> findings) implements Checked {}

    /**
     * The check failed through a fault of the kit, the JVM or the machine.
     *
     * @param detail the lines that the process printed; may be empty
     */
    record Broken(Diagnostic reason, String detail) implements Checked {}
}
