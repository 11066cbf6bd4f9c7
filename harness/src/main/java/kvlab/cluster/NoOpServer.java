package kvlab.cluster;

import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.RequestId;
import kvlab.api.Status;

/** A server where only Raft matters: it ignores commands and serves no clients. */
public final class NoOpServer implements KeyValueServer {
    @Override
    public Status put(RequestId request, String key, String value) {
        return Status.NOT_LEADER;
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        return Status.NOT_LEADER;
    }

    @Override
    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.NOT_LEADER);
    }

    @Override
    public void onNextCommand(CommittedCommand committed) {
        // ServerLife records the delivered commands
    }
}
