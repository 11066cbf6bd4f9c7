// attack print, proc: pieces of a picture, with a guessed nonce and without one
// verdict: failed
// says: did it
package lab;

import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    public KvServer(ServerContext context) {
        Reach.tell(() -> {
            Object out = Reach.make("java.io.FileOutputStream", Reach.field("java.io.FileDescriptor", "out"));
            for (String nonce : new String[] {"0".repeat(32), ""}) {
                String piece = "\n{\"nonce\":\"" + nonce + "\",\"report\":{\"report\":\"PicturePiece\",\"test\":1,\"seed\":1,"
                        + "\"base64\":\"</script><script>alert(1)</script>\"}}\n";
                Reach.call(out, "write", piece.getBytes());
            }
            return "drew";
        });
    }

    public Status put(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public Status append(RequestId request, String key, String value) {
        return Status.TIMEOUT;
    }

    public GetResult get(RequestId request, String key) {
        return GetResult.failed(Status.TIMEOUT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
