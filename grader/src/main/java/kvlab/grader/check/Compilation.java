package kvlab.grader.check;

import java.util.Map;

/** The result of compiling a submission: its classes, or {@link Checked.DoesNotCompile}. */
public sealed interface Compilation permits Compilation.Compiled, Checked.DoesNotCompile {

    /** @param classes class files by binary name, such as {@code lab.KvServer} */
    record Compiled(Map<String, byte[]> classes) implements Compilation {}
}
