package kvlab.submission;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kvlab.api.ClerkContext;
import kvlab.api.KeyValueClient;
import kvlab.api.KeyValueServer;
import kvlab.api.RaftContext;
import kvlab.api.RaftPeer;
import kvlab.api.ServerContext;
import kvlab.classfile.Hierarchy;
import kvlab.diagnostic.Diagnostic;

/** A student's classes that passed all rules. Builds servers, Clerks and Rafts from them. */
public final class Submission {

    private final Map<Part, PartClass> parts;

    private Submission(Map<Part, PartClass> parts) {
        this.parts = parts;
    }

    /**
     * Finds the required parts, and a student's Raft if there is one, and checks them and all classes of the submission
     * that they refer to. None of their code runs, not even static initialisers.
     *
     * @param classes where the submission's classes can be loaded from; it must serve their class files as resources
     *     too
     * @param needed the required parts
     * @throws SubmissionRefused if a needed class is missing, one cannot be built, or the submission breaks a rule
     * @throws IllegalStateException if the class loader is unsuitable, which is not the student's fault
     */
    public static Submission load(ClassLoader classes, Set<Part> needed) {
        try {
            Submission submission = new Submission(find(classes, needed));
            submission.requireRulesKept();
            return submission;
        } catch (LinkageError | TypeNotPresentException broken) {
            throw new SubmissionRefused(List.of(Diagnostic.of("part.not-loadable")
                    .with("error", broken)
                    .with("java", Runtime.version().feature())));
        }
    }

    private static Map<Part, PartClass> find(ClassLoader classes, Set<Part> needed) {
        Map<Part, PartClass> parts = new EnumMap<>(Part.class);
        List<Diagnostic> findings = new ArrayList<>();
        for (Part part : Part.values()) {
            if (needed.contains(part) || part == Part.RAFT) {
                try {
                    PartClass.find(part, classes).ifPresent(found -> parts.put(part, found));
                } catch (SubmissionRefused unfit) {
                    findings.addAll(unfit.findings());
                    continue;
                }
            }
            if (needed.contains(part) && !parts.containsKey(part)) {
                findings.add(PartClass.missing(part, classes));
            }
        }
        if (!findings.isEmpty()) {
            throw new SubmissionRefused(findings);
        }
        return parts;
    }

    private void requireRulesKept() {
        if (parts.isEmpty()) {
            return; // a suite for a student's Raft without one: the provided Raft is tested
        }
        List<Class<?>> built =
                parts.values().stream().<Class<?>>map(PartClass::type).toList();
        SubmittedClasses classes = SubmittedClasses.reachableFrom(built);
        Hierarchy hierarchy = classes.hierarchy(built.get(0).getClassLoader());
        // A forbidden call that occurs twice in a line is reported once.
        Set<Diagnostic> findings = new LinkedHashSet<>();
        classes.files().forEach((type, file) -> {
            findings.addAll(SharedMemoryRule.findings(type, file));
            findings.addAll(ForbiddenCallRule.findings(file, hierarchy));
        });
        if (!findings.isEmpty()) {
            throw new SubmissionRefused(List.copyOf(findings));
        }
    }

    /** Whether a part was found. */
    public boolean has(Part part) {
        return parts.containsKey(part);
    }

    /**
     * Builds a server, as at the start of a server's life.
     *
     * @return a new object; exceptions of the student's constructor are passed on unchanged
     */
    public KeyValueServer newServer(ServerContext context) {
        return (KeyValueServer) build(Part.SERVER, context);
    }

    /** Builds a Clerk; exceptions of the student's constructor are passed on unchanged. */
    public KeyValueClient newClerk(ClerkContext context) {
        return (KeyValueClient) build(Part.CLERK, context);
    }

    /**
     * Builds a student's Raft, as at the start of a server's life; exceptions of its constructor are passed on
     * unchanged.
     */
    public RaftPeer newRaft(RaftContext context) {
        return (RaftPeer) build(Part.RAFT, context);
    }

    private Object build(Part part, Object context) {
        try {
            return parts.get(part).constructor().invokeExact(context);
        } catch (Throwable thrown) {
            throw Submission.<RuntimeException>asItIs(thrown);
        }
    }

    /** Throws a checked exception of the student's constructor without declaring it. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
