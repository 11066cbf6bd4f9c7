package kvlab.grader.check;

import java.util.List;
import java.util.Map;
import kvlab.diagnostic.Diagnostic;

/** Compiles a submission and holds its classes against the rules, in this process, which a hostile source can bring to its end: the compiler may take all its memory. */
public final class SourceCheck {

    private static final int MAX_TEXT_LENGTH = 500;
    private static final int MAX_FINDINGS = 100;

    /** Many times what the lab needs. */
    private static final int MAX_CLASS_BYTES = 2 << 20;

    public Checked check(CheckJob job) {
        Compilation compilation = new SubmissionCompiler().compile(job.sources());
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
        AllowList allowed = AllowList.standard().with(job.api());
        List<Diagnostic> findings = new Rules(allowed).findings(classes, job.needs());
        return findings.isEmpty() ? new Checked.Accepted(classes) : new Checked.BreaksRules(clipped(findings));
    }

    private static List<Diagnostic> clipped(List<Diagnostic> findings) {
        return findings.stream()
                .limit(MAX_FINDINGS)
                .map(finding -> Excerpt.of(finding, MAX_TEXT_LENGTH))
                .toList();
    }
}
