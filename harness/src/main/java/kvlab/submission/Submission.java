package kvlab.submission;

import java.util.ArrayList;
import java.util.Collection;
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
import kvlab.classfile.ClassFile;
import kvlab.classfile.Hierarchy;
import kvlab.diagnostic.Diagnostic;

/** A student's classes that passed all rules. Builds servers, Clerks and Rafts from them. */
public final class Submission {

    private final Map<Part, PartClass> parts;
    private final Map<Class<?>, ClassFile> classes;
    private final SharedObjects shared;

    private Submission(Map<Part, PartClass> parts, Map<Class<?>, ClassFile> classes) {
        this.parts = parts;
        this.classes = classes;
        this.shared = new SharedObjects(classes);
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
            Map<Part, PartClass> parts = find(classes, needed);
            return new Submission(parts, withinTheRules(parts));
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

    /** The submission's classes; none in a suite for a student's Raft without one, which tests the provided Raft. */
    private static Map<Class<?>, ClassFile> withinTheRules(Map<Part, PartClass> parts) {
        if (parts.isEmpty()) {
            return Map.of();
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
        requireNone(findings);
        return classes.files();
    }

    private static void requireNone(Collection<Diagnostic> findings) {
        if (!findings.isEmpty()) {
            throw new SubmissionRefused(List.copyOf(findings));
        }
    }

    /**
     * Initialises all of the submission's classes, so that no later call finds one that is not, or that failed. This is
     * the first of the student's code to run, and it has no context to call.
     *
     * @throws InitialiserFailed if a static initialiser throws
     */
    public void initialise() {
        for (Class<?> type : classes.keySet()) {
            try {
                Class.forName(type.getName(), true, type.getClassLoader());
            } catch (Throwable thrown) { // whatever the student's code throws
                throw new InitialiserFailed(type, thrown);
            }
        }
    }

    /**
     * Requires that everything that can be reached from static fields is immutable. Runs no code of the student's. The
     * classes must have been initialised.
     *
     * @throws SubmissionRefused if servers could share memory through a static field; the finding names it
     */
    public void requireNothingShared() {
        requireNone(shared.findings());
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
