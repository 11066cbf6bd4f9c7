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

/** A student's classes that have been found fit for testing, from which any number of objects can be built. */
public final class Submission {

    private final Map<Part, PartClass> parts;

    private Submission(Map<Part, PartClass> parts) {
        this.parts = parts;
    }

    /**
     * Finds the parts that are needed, and an own Raft if there is one, and holds them, with all classes of the
     * submission that they lead to, to the rules. None of their code runs, static initialisers included.
     *
     * @param classes where the submission's classes can be loaded from; it must serve their class files as resources
     *     too
     * @param needed the parts without which there is nothing to test
     * @throws SubmissionRefused if a needed class is missing, one cannot be built, or the submission breaks a rule
     * @throws IllegalStateException if the class loader is not fit for this, which is not the student's fault
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
            return; // a suite for an own Raft, and there is none: the provided one is tested
        }
        List<Class<?>> built =
                parts.values().stream().<Class<?>>map(PartClass::type).toList();
        SubmittedClasses classes = SubmittedClasses.reachableFrom(built);
        Hierarchy hierarchy = classes.hierarchy(built.get(0).getClassLoader());
        // A line can hold the same forbidden call twice; it is reported once.
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
     * @return a new object; what the student's constructor throws comes through as it is
     */
    public KeyValueServer newServer(ServerContext context) {
        return (KeyValueServer) build(Part.SERVER, context);
    }

    /** Builds a Clerk; what the student's constructor throws comes through as it is. */
    public KeyValueClient newClerk(ClerkContext context) {
        return (KeyValueClient) build(Part.CLERK, context);
    }

    /** Builds an own Raft, as at the start of a server's life; what its constructor throws comes through as it is. */
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

    /** Lets a checked exception of the student's constructor through, which this method's signature could not name. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
