package kvlab.cluster;

import java.util.Optional;
import kvlab.api.ClerkContext;
import kvlab.api.KeyValueClient;
import kvlab.submission.Part;
import kvlab.submission.Submission;

/**
 * The code that a cluster runs.
 *
 * @param servers builds the servers
 * @param clerks builds Clerks, for scenarios that use them
 * @param raft builds the servers' Raft peers; empty for the provided Raft
 */
public record CodeUnderTest(ServerFactory servers, ClerkFactory clerks, Optional<RaftFactory> raft) {

    /** A submission's code. Without a server in it, {@link NoOpServer} is used. */
    public static CodeUnderTest of(Submission submission) {
        Optional<RaftFactory> raft = submission.has(Part.RAFT) ? Optional.of(submission::newRaft) : Optional.empty();
        ServerFactory servers = submission.has(Part.SERVER) ? submission::newServer : context -> new NoOpServer();
        return new CodeUnderTest(servers, submission::newClerk, raft);
    }

    /** Servers on the provided Raft, for scenarios without Clerks. */
    public static CodeUnderTest servers(ServerFactory servers) {
        return new CodeUnderTest(servers, CodeUnderTest::noClerk, Optional.empty());
    }

    private static KeyValueClient noClerk(ClerkContext context) {
        throw new IllegalStateException("this scenario asks for a Clerk, and there is none");
    }
}
