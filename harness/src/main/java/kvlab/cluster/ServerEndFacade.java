package kvlab.cluster;

import java.util.Optional;
import kvlab.api.GetResult;
import kvlab.api.RequestId;
import kvlab.api.ServerEnd;
import kvlab.api.Status;
import kvlab.history.Append;
import kvlab.history.Get;
import kvlab.history.Put;

/** One Clerk's {@link ServerEnd} of one server, and no other type. */
final class ServerEndFacade implements ServerEnd {
    private final ClerkRequests requests;
    private final int server;

    ServerEndFacade(ClerkRequests requests, int server) {
        this.requests = requests;
        this.server = server;
    }

    @Override
    public Optional<Status> put(RequestId request, String key, String value) {
        return requests.send(server, request, new Put(key, value)).map(Messages.Reply::status);
    }

    @Override
    public Optional<Status> append(RequestId request, String key, String value) {
        return requests.send(server, request, new Append(key, value)).map(Messages.Reply::status);
    }

    @Override
    public Optional<GetResult> get(RequestId request, String key) {
        return requests.send(server, request, new Get(key))
                .map(reply -> reply.status() == Status.SUCCESS
                        ? GetResult.success(reply.value())
                        : GetResult.failed(reply.status()));
    }
}
