package kvlab.submission;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kvlab.api.ClerkContext;
import kvlab.api.KeyValueClient;
import kvlab.api.KeyValueServer;
import kvlab.api.RaftContext;
import kvlab.api.RaftPeer;
import kvlab.api.ServerContext;

/** A submission's classes as one class loader has loaded them. Builds servers, Clerks and Rafts from them. */
public final class Program {

    private final Map<Part, PartClass> parts;
    /** By name, in the order in which they are initialised. */
    private final Map<String, Class<?>> classes;

    Program(Map<Part, PartClass> parts, Collection<Class<?>> classes) {
        this.parts = new EnumMap<>(Part.class);
        this.parts.putAll(parts);
        this.classes = new LinkedHashMap<>();
        classes.forEach(type -> this.classes.put(type.getName(), type));
    }

    /** Initialises all classes, also if one fails: the exception is about the first that does. */
    void initialise() {
        InitialiserFailed first = null;
        for (Class<?> type : classes.values()) {
            try {
                Class.forName(type.getName(), true, type.getClassLoader());
            } catch (Throwable thrown) { // whatever the student's code throws
                first = first == null ? new InitialiserFailed(type, thrown) : first;
            }
        }
        if (first != null) {
            throw first;
        }
    }

    Set<Part> parts() {
        return parts.keySet();
    }

    /** Whether a part was found. */
    public boolean has(Part part) {
        return parts.containsKey(part);
    }

    /** This program's class of the name of one of another program; empty if that is no class of a submission. */
    Optional<Class<?>> counterpart(Class<?> other) {
        return Optional.ofNullable(classes.get(other.getName()));
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
            throw Program.<RuntimeException>asItIs(thrown);
        }
    }

    /** Throws a checked exception of the student's constructor without declaring it. */
    @SuppressWarnings("unchecked")
    private static <T extends Throwable> T asItIs(Throwable thrown) throws T {
        throw (T) thrown;
    }
}
