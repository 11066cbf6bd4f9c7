package kvlab.cluster;

import kvlab.api.RequestId;
import kvlab.api.Status;
import kvlab.diagnostic.Quote;
import kvlab.history.Append;
import kvlab.history.Get;
import kvlab.history.Operation;
import kvlab.history.Put;
import kvlab.net.Delivery;
import kvlab.net.Message;
import kvlab.raft.RaftMessage;
import kvlab.sim.Scope;

/** The messages of a cluster. */
final class Messages {
    private Messages() {}

    /** Between Raft peers. */
    record Peer(RaftMessage content) implements Message {
        @Override
        public boolean isRequest() {
            return content.isRequest();
        }

        @Override
        public int bytes() {
            return content.bytes();
        }

        @Override
        public String toString() {
            return content.toString();
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
    record PeerCall(long attempt, Record content, int bytes, Delivery delivery) implements Message {
        @Override
        public boolean isRequest() {
            return true;
        }

        @Override
        public String toString() {
            return StudentCode.value(content);
        }
    }

    /** A reply between students' Rafts. */
    record PeerAnswer(long attempt, Record content, int bytes, Scope sender) implements Answer {
        @Override
        public String toString() {
            return StudentCode.value(content);
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
        public String toString() {
            return "Request[attempt=" + attempt + ", id=" + id + ", " + operation + "]";
        }

        /** The call's name, as in {@link kvlab.api.KeyValueServer}. */
        String method() {
            if (operation instanceof Put) {
                return "put";
            }
            return operation instanceof Get ? "get" : "append";
        }
    }

    /**
     * A server's reply to a client.
     *
     * @param value the value that a successful get read; otherwise {@code null}
     * @param sender the life of the server that answers
     */
    record Reply(long attempt, Status status, String value, Scope sender) implements Answer {
        @Override
        public int bytes() {
            return Long.BYTES + 1 + (value == null ? 0 : value.length());
        }

        @Override
        public String toString() {
            return "Reply[attempt=" + attempt + ", status=" + status
                    + (value == null ? "" : ", value=" + Quote.of(value)) + "]";
        }
    }
}
