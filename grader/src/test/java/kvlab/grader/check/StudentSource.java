package kvlab.grader.check;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.SourceFile;

/** A server around the line that a test is about, which is line {@value #LINE}. */
final class StudentSource {

    static final int LINE = 7;

    private static final String SERVER = """
        package lab;
        import java.util.*; import java.util.function.*; import java.util.stream.*; import java.time.*; import kvlab.api.*;
        public final class KvServer implements KeyValueServer {
            private final Map<String, String> store = new HashMap<>();
            public KvServer(ServerContext context) {}
            @Override public Status put(RequestId request, String key, String value) { try {
        %line
            return Status.SUCCESS; } catch (Throwable t) { return Status.TIMEOUT; } }
            @Override public Status append(RequestId request, String key, String value) { return Status.TIMEOUT; }
            @Override public GetResult get(RequestId request, String key) { return GetResult.failed(Status.TIMEOUT); }
            @Override public void onNextCommand(CommittedCommand committed) {}
            %members
        }
        """;

    private StudentSource() {}

    /** What the standard allow-list finds in a server whose put begins with this line. */
    static List<String> inPut(String line) {
        return findings(server(line));
    }

    /** What they find in a server with this beside its methods. */
    static List<String> besidePut(String... members) {
        return findings(server("", String.join("\n    ", members)));
    }

    static List<String> findings(String... sources) {
        return messages(new Rules(AllowList.standard()).findings(classes(sources)));
    }

    static List<String> messages(List<Diagnostic> findings) {
        return findings.stream().map(Diagnostic::message).toList();
    }

    static String server(String line) {
        return server(line, "");
    }

    private static String server(String line, String members) {
        return SERVER.replace("%line", line).replace("%members", members);
    }

    static Map<String, byte[]> classes(String... sources) {
        List<SourceFile> files = Stream.of(sources)
                .map(text ->
                        new SourceFile(text.replaceAll("(?s).*?(?:class|record|interface) (\\w+).*", "$1.java"), text))
                .toList();
        Compilation compilation = new SubmissionCompiler().compile(files);
        if (compilation instanceof Compilation.Compiled compiled) {
            return compiled.classes();
        }
        throw new AssertionError(compilation.toString());
    }
}
