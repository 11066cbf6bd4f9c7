package kvlab.grader.check;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.Map;

/** What came of building a submission. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "build")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Build.Built.class, name = "built"),
    @JsonSubTypes.Type(value = Build.Rejected.class, name = "rejected"),
    @JsonSubTypes.Type(value = Build.Refused.class, name = "refused"),
    @JsonSubTypes.Type(value = Build.Broken.class, name = "broken")
})
public sealed interface Build {

    /**
     * It may run.
     *
     * @param classes class files by binary name, such as {@code lab.KvServer}
     */
    record Built(Map<String, byte[]> classes) implements Build {}

    /**
     * It does not compile, through its own fault.
     *
     * @param message one line that says why
     * @param errors what the compiler objects to, in its order; empty if it gave up
     */
    record Rejected(String message, List<CompileError> errors) implements Build {}

    /**
     * It breaks the rules.
     *
     * @param findings in which ways, at least one
     */
    record Refused(List<String> findings) implements Build {}

    /** The kit, the JVM or the machine let it down. */
    record Broken(String message, String detail) implements Build {}
}
