package kvlab.grader.check;

import java.util.List;
import java.util.Map;

/** What came of compiling a submission. */
public sealed interface Compilation {

    /** @param classes class files by binary name, such as {@code lab.KvServer} */
    record Compiled(Map<String, byte[]> classes) implements Compilation {}

    /**
     * The submission does not compile, through its own fault.
     *
     * @param message one line that says why
     * @param errors what the compiler objects to, in its order; empty if it gave up
     */
    record Rejected(String message, List<CompileError> errors) implements Compilation {}
}
