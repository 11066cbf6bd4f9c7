package kvlab.cluster;

import java.util.Optional;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import kvlab.api.ClerkContext;
import kvlab.api.KeyValueClient;
import kvlab.submission.Machine;
import kvlab.submission.NotCopyable;
import kvlab.submission.Part;
import kvlab.submission.Program;
import kvlab.submission.Submission;

/**
 * The code that a machine of a cluster runs: a life of a server, or a Clerk. As a supplier, it is the code of all machines.
 *
 * @param servers builds the servers
 * @param clerks builds Clerks, for scenarios that use them
 * @param raft builds the servers' Raft peers; empty for the provided Raft
 * @param reader makes a value that another machine sent or saved one of this machine's own classes
 */
public record CodeUnderTest(
        ServerFactory servers, ClerkFactory clerks, Optional<RaftFactory> raft, UnaryOperator<Object> reader)
        implements Supplier<CodeUnderTest> {

    /** Code that all machines share. */
    public CodeUnderTest(ServerFactory servers, ClerkFactory clerks, Optional<RaftFactory> raft) {
        this(servers, clerks, raft, UnaryOperator.identity());
    }

    /** A submission's code, which all machines share. Without a server in it, {@link NoOpServer} is used. */
    public static CodeUnderTest of(Submission submission) {
        return of(submission, submission::program, UnaryOperator.identity());
    }

    /** A submission's code, loaded for one machine. What it reads is copied into its own classes. */
    public static CodeUnderTest separate(Submission submission) {
        Machine machine = new Machine(submission);
        return of(submission, machine::program, value -> {
            try {
                return machine.read(value);
            } catch (NotCopyable why) {
                throw new ExpectationFailed(why.diagnostic());
            }
        });
    }

    private static CodeUnderTest of(Submission submission, Supplier<Program> program, UnaryOperator<Object> reader) {
        Optional<RaftFactory> raft =
                submission.has(Part.RAFT) ? Optional.of(context -> program.get().newRaft(context)) : Optional.empty();
        ServerFactory servers =
                submission.has(Part.SERVER) ? context -> program.get().newServer(context) : context -> new NoOpServer();
        return new CodeUnderTest(servers, context -> program.get().newClerk(context), raft, reader);
    }

    /** Servers on the provided Raft, for scenarios without Clerks. */
    public static CodeUnderTest servers(ServerFactory servers) {
        return new CodeUnderTest(servers, CodeUnderTest::noClerk, Optional.empty());
    }

    @Override
    public CodeUnderTest get() {
        return this;
    }

    /** The value in this machine's classes. It implements the same interfaces of {@code kvlab.api}. */
    @SuppressWarnings("unchecked")
    <T> T read(T value) {
        return (T) reader.apply(value);
    }

    private static KeyValueClient noClerk(ClerkContext context) {
        throw new IllegalStateException("this scenario asks for a Clerk, and there is none");
    }
}
