package lab;

import kvlab.api.CommittedCommand;
import kvlab.api.GetResult;
import kvlab.api.KeyValueServer;
import kvlab.api.RequestId;
import kvlab.api.ServerContext;
import kvlab.api.Status;

/**
 * One server of a replicated key/value store. Together the servers behave like a single copy of the store. In the core
 * lab this is the one file to edit; the extended lab adds {@link Clerk}, and this server serves both.
 *
 * <p>The handout says what to build; the Javadoc of {@code kvlab.api} says what each part promises. Run {@code ./kvlab
 * test} to see where you are.
 */
public class KvServer implements KeyValueServer {

    // ============================================================================================= What is in the log
    //
    // Define what an operation looks like in Raft's log: records that implement kvlab.api.Command. An operation carries
    // all that any server needs to apply it later: what to do, with which key and value, and for which request.
    //
    // Hint: a record for each of put, append and get, behind one sealed interface, needs no fields that are empty. Each
    // record can have a method that applies it to a store.

    // ======================================================================================= What this server knows
    //
    // Your fields. They must not be static: servers share nothing but the log.
    //
    // Hint: three things deserve a field each: the store, the latest request of each client that was applied, and this
    // server's handlers that wait for their operation. Which of them are the same on every server?

    private final ServerContext context;

    public KvServer(ServerContext context) {
        this.context = context;
    }

    // ============================================================================================= Client requests
    //
    // Each of these handlers runs as a coroutine. It may suspend (Promise.await, context.sleep), and meanwhile the
    // server
    // goes on with other requests and with onNextCommand. No locks are needed: between two suspensions nothing else of
    // this server runs.
    //
    // Hint: raft.start returns at once, long before anything is agreed. It says whether this server leads, and at which
    // index and in which term the operation will be in the log if it is committed.
    //
    // Hint: the three handlers differ in the operation only. What they have in common can be one method.

    @Override
    public Status put(RequestId request, String key, String value) {
        throw new UnsupportedOperationException("put is not written yet: put the operation into the log with"
                + " context.raft().start(...), await the promise that onNextCommand completes, then answer SUCCESS");
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
    // Called on every server, in log order, whichever server started the command.
    //
    // Hint: first apply the operation to the store, but each request only once. A request can be newer than the latest
    // of
    // its client, the latest again, or older. What should happen in each case?
    //
    // Hint: then complete the promise of the handler that waits at this index, if there is one. Is it really that
    // handler's operation, or has another one been committed in its place?

    @Override
    public void onNextCommand(CommittedCommand committed) {
        throw new UnsupportedOperationException("onNextCommand is not written yet: apply the operation to your store,"
                + " then complete the promise of the handler that waits for it");
    }
}
