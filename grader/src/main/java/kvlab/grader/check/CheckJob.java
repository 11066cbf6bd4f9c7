package kvlab.grader.check;

import java.util.List;
import java.util.Map;
import java.util.Set;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.SourceFile;
import kvlab.submission.Part;

/**
 * A submission to compile and check.
 *
 * @param needs the parts that its tests require
 * @param api changes to the allow-list
 */
public record CheckJob(List<SourceFile> sources, Set<Part> needs, ApiRules api) {

    private static final int MAX_TEXT_LENGTH = 500;
    private static final int MAX_FINDINGS = 100;

    /** Far more than the lab needs. */
    private static final int MAX_CLASS_BYTES = 2 << 20;

    /**
     * Compiles the submission and checks its classes against the rules, in this process. A hostile source may make the
     * compiler exhaust the memory of the process.
     */
    public Checked check() {
        Compilation compilation = new SubmissionCompiler().compile(sources);
        if (compilation instanceof Checked.DoesNotCompile failed) {
            return failed;
        }
        Map<String, byte[]> classes = ((Compilation.Compiled) compilation).classes();
        int bytes = classes.values().stream().mapToInt(each -> each.length).sum();
        if (bytes > MAX_CLASS_BYTES) {
            return new Checked.DoesNotCompile(
                    Diagnostic.of("compile.classes-too-large")
                            .with("bytes", bytes)
                            .with("max", MAX_CLASS_BYTES),
                    List.of());
        }
        AllowList allowed = AllowList.standard().with(api);
        List<Diagnostic> findings = new Rules(allowed)
                .findings(classes, needs).stream()
                        .limit(MAX_FINDINGS)
                        .map(finding -> Excerpt.of(finding, MAX_TEXT_LENGTH))
                        .toList();
        return findings.isEmpty() ? new Checked.Accepted(classes) : new Checked.BreaksRules(findings);
    }
}
