package kvlab.cluster;

import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.history.Append;
import kvlab.history.Operation;
import kvlab.history.Put;
import kvlab.net.Delivery;
import kvlab.net.Message;
import kvlab.raft.RaftMessage;
import kvlab.record.Content;
import kvlab.sim.Scope;

/** The messages of a cluster. */
final class Messages {
    private Messages() {}

    /** Between Raft peers. */
    record Peer(RaftMessage raft) implements Message {
        @Override
        public boolean isRequest() {
            return raft.isRequest();
        }

        @Override
        public int bytes() {
            return raft.bytes();
        }

        @Override
        public Content content() {
            return RaftContent.of(raft);
        }
    }

    /** A reply to a request. */
    sealed interface Answer extends Message {

        /** The number of the answered request, as counted by its sender. */
        long attempt();

        /** The life of the server that answers. */
        Scope sender();

        @Override
        default boolean isRequest() {
            return false;
        }
    }

    /** A request between students' Rafts. */
    record PeerCall(long attempt, Record value, int bytes, Delivery delivery) implements Message {
        @Override
        public boolean isRequest() {
            return true;
        }

        @Override
        public Content content() {
            return new Content.PeerMessage(true, attempt, StudentCode.state(value));
        }
    }

    /** A reply between students' Rafts. */
    record PeerAnswer(long attempt, Record value, int bytes, Scope sender) implements Answer {
        @Override
        public Content content() {
            return new Content.PeerMessage(false, attempt, StudentCode.state(value));
        }
    }

    /**
     * A client's request to a server.
     *
     * @param attempt the number of the client's send, which the reply repeats
     * @param delivery tracks the copies of this request and its replies
     */
    record Request(long attempt, RequestId id, Operation operation, Delivery delivery) implements Message {
        @Override
        public boolean isRequest() {
            return true;
        }

        @Override
        public int bytes() {
            return 3 * Long.BYTES + operation.key().length() + value().length();
        }

        private String value() {
            if (operation instanceof Put put) {
                return put.value();
            }
            return operation instanceof Append append ? append.value() : "";
        }

        @Override
        public Content content() {
            return new Content.Request(id, attempt, Calls.of(operation));
        }

        /** The call's name, as in {@link kvlab.api.KeyValueServer}. */
        String method() {
            return Calls.method(operation);
        }
    }

    /**
     * A server's reply to a client.
     *
     * @param request what is answered
     * @param value the value that a successful get read; otherwise {@code null}
     * @param sender the life of the server that answers
     */
    record Reply(Request request, Status status, String value, Scope sender) implements Answer {
        @Override
        public long attempt() {
            return request.attempt();
        }

        @Override
        public int bytes() {
            return Long.BYTES + 1 + (value == null ? 0 : value.length());
        }

        @Override
        public Content content() {
            return new Content.Reply(
                    request.id(),
                    attempt(),
                    Calls.of(request.operation()),
                    status,
                    Calls.read(request.operation(), status, value));
        }
    }
}
