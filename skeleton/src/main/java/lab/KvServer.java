package lab;

import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Status;

/**
 * One of several servers that together behave like a single copy of a key/value store. In the core lab this is the one
 * file to edit; the extended lab adds {@link Clerk}, and this server serves both.
 *
 * <p>The handout says what to build; the Javadoc of {@code kvlab.api} says what each part promises. Run {@code ./kvlab
 * test} to see where you are.
 */
public class KvServer implements KeyValueServer {

    // ======================================================================================= What this server knows
    //
    // Your fields. They must not be static: servers share nothing but the log.
    //
    // Hint: three things are worth a field of their own: the store itself, the handlers that wait for their command to
    // come out of the log, and what you need to recognise a request that has been applied before.

    private final ServerContext context;

    public KvServer(ServerContext context) {
        this.context = context;
    }

    // ================================================================================= What goes into Raft's log
    //
    // Define a record that implements kvlab.api.Command here. It must say everything that any server needs to apply the
    // operation later: what to do, to which key, with which value, and for which request.

    // ============================================================================================= Client requests
    //
    // Each of these runs as a coroutine. It may suspend (Promise.await, context.sleep), and meanwhile the server goes
    // on with other requests and with onNextCommand. No locks are needed: between two suspensions nothing else of
    // this server runs.
    //
    // Hint: raft.start returns at once, long before anything is agreed, and tells you whether this server leads.

    @Override
    public Status put(RequestId request, String key, String value) {
        throw new UnsupportedOperationException("put is not written yet: start the operation with"
                + " context.raft().start(...), await its turn in onNextCommand, then answer SUCCESS");
    }

    @Override
    public Status append(RequestId request, String key, String value) {
        throw new UnsupportedOperationException("append is not written yet: it goes the same way as put");
    }

    @Override
    public GetResult get(RequestId request, String key) {
        throw new UnsupportedOperationException(
                "get is not written yet: it goes the same way as put, since the store of"
                        + " a server that was cut off may be out of date");
    }

    // ========================================================================================== What Raft has agreed
    //
    // Called on every server, in log order, whoever started the command.
    //
    // Hint: apply it to the store first. Then see whether a handler of this server waits for it, and complete that
    // handler's promise. Is it really that handler's command? Has the same request been applied before?

    @Override
    public void onNextCommand(CommittedCommand committed) {
        throw new UnsupportedOperationException(
                "onNextCommand is not written yet: apply the command to your store, then"
                        + " wake the handler that waits for it");
    }
}
