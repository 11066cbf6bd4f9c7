package kvlab.submission;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kvlab.classfile.Hierarchy;
import kvlab.diagnostic.Diagnostic;

/** A student's classes that passed all rules. */
public final class Submission {

    private final SubmittedClasses classes;
    private final Program program;
    private final SharedObjects shared;

    private Submission(Set<Part> parts, SubmittedClasses classes) {
        this.classes = classes;
        this.program = classes.program(parts);
        this.shared = new SharedObjects(classes.files());
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
            SubmittedClasses submitted = submitted(parts);
            requireWithinTheRules(submitted, classes);
            return new Submission(parts.keySet(), submitted.inOrder());
        } catch (LinkageError | TypeNotPresentException broken) {
            throw new SubmissionRefused(List.of(Diagnostic.of("part.not-loadable")
                    .with("error", broken)
                    .with("java", Runtime.version().feature())));
        }
    }

    /** The same without any rule: what the rules for static fields would refuse. */
    static Submission unchecked(ClassLoader classes, Set<Part> needed) {
        Map<Part, PartClass> parts = find(classes, needed);
        return new Submission(parts.keySet(), submitted(parts).inOrder());
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
    private static SubmittedClasses submitted(Map<Part, PartClass> parts) {
        return SubmittedClasses.reachableFrom(
                parts.values().stream().<Class<?>>map(PartClass::type).toList());
    }

    private static void requireWithinTheRules(SubmittedClasses classes, ClassLoader others) {
        Hierarchy hierarchy = classes.hierarchy(others);
        // A forbidden call that occurs twice in a line is reported once.
        Set<Diagnostic> findings = new LinkedHashSet<>();
        classes.files().forEach((type, file) -> {
            findings.addAll(SharedMemoryRule.findings(type, file));
            findings.addAll(ForbiddenCallRule.findings(file, hierarchy));
        });
        requireNone(findings);
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
        program.initialise();
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
        return program.has(part);
    }

    /** The program that all servers and Clerks of a schedule share. */
    public Program program() {
        return program;
    }

    /** The same classes, loaded once more and not initialised. Keeps nothing of it, so that it can be unloaded. */
    Program separateProgram() {
        return classes.loadedAgain().program(program.parts());
    }
}
