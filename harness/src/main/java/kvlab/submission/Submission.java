package kvlab.submission;

import java.lang.invoke.MethodHandle;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kvlab.api.KeyValueServer;
import kvlab.api.ServerContext;

/** A student's server class that has been found fit for testing, from which any number of servers can be built. */
public final class Submission {

    static final String SERVER = "lab.KvServer";

    private final MethodHandle constructor;

    private Submission(MethodHandle constructor) {
        this.constructor = constructor;
    }

    /**
     * Finds {@code lab.KvServer} and holds it, with all classes of the submission that it leads to, to the rules. None
     * of their code runs, static initialisers included.
     *
     * @param classes where the submission's classes can be loaded from; it must serve their class files as resources
     *     too
     * @throws SubmissionRefused if the class is missing or cannot be built, or the submission breaks a rule
     * @throws IllegalStateException if the class loader is not fit for this, which is not the student's fault
     */
    public static Submission load(ClassLoader classes) {
        try {
            ServerClass server = ServerClass.find(classes);
            List<String> findings = findings(SubmittedClasses.reachableFrom(server.type()));
            if (!findings.isEmpty()) {
                throw new SubmissionRefused(findings);
            }
            return new Submission(server.constructor());
        } catch (LinkageError | TypeNotPresentException broken) {
            throw new SubmissionRefused(List.of(SERVER + " cannot be loaded: " + broken
                    + ". Compile all of its files again, with the JDK that runs the tests (Java "
                    + Runtime.version().feature() + ")."));
        }
    }

    /**
     * Builds a server, as at the start of a server's life.
     *
     * @return a new object; what the student's constructor throws comes through as it is
     */
    public KeyValueServer newServer(ServerContext context) {
        try {
            return (KeyValueServer) constructor.invokeExact(context);
        } catch (Throwable thrown) {
            throw Submission.<RuntimeException>asItIs(thrown);
        }
    }

    private static List<String> findings(SubmittedClasses classes) {
        // A line can hold the same trap twice; it is told once.
        Set<String> findings = new LinkedHashSet<>();
        for (SubmittedClass submitted : classes.all()) {
            findings.addAll(SharedMemoryRule.findings(submitted));
            findings.addAll(TrapRule.findings(submitted, classes));
        }
        return List.copyOf(findings);
    }

    /** Lets a checked exception of the student's constructor through, which this method's signature could not name. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
