package kvlab.submission;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kvlab.classfile.MemberPattern;

/** The calls that a submission must not make, with advice, from {@code forbidden-calls.txt}. Immutable. */
public final class ForbiddenCalls {

    private static final String FILE = "forbidden-calls.txt";
    private static final String GENERAL_ADVICE =
            "Use kvlab.api, your own classes, and of Java the language, collections, streams, text and numbers.";

    private static final ForbiddenCalls STANDARD = read();

    private final List<ForbiddenCall> calls = new ArrayList<>();
    private final NavigableMap<String, String> adviceByPrefix = new TreeMap<>();

    private ForbiddenCalls() {}

    public static ForbiddenCalls standard() {
        return STANDARD;
    }

    /** In lookup order. */
    List<ForbiddenCall> all() {
        return List.copyOf(calls);
    }

    /** @param owner name of the class that declares the method, or of one that inherits it without declaring it */
    Optional<ForbiddenCall> find(String owner, String method, String descriptor) {
        return calls.stream()
                .filter(call -> call.owner().equals(owner) && call.forbids(method, descriptor))
                .findFirst();
    }

    /** The advice for a class. */
    public String advice(String className) {
        return adviceByPrefix.descendingMap().entrySet().stream()
                .filter(entry -> className.equals(entry.getKey()) || className.startsWith(entry.getKey() + "."))
                .findFirst()
                .map(NavigableMap.Entry::getValue)
                .orElse(GENERAL_ADVICE);
    }

    /**
     * The advice for a member.
     *
     * @param className with dots, of the class that declares it
     * @param descriptor as in class files
     */
    public String advice(String className, String member, String descriptor) {
        return find(className, member, descriptor)
                .map(ForbiddenCall::advice)
                .orElseGet(() -> advice(className + "." + member));
    }

    private static ForbiddenCalls read() {
        ForbiddenCalls forbidden = new ForbiddenCalls();
        try (InputStream text = ForbiddenCalls.class.getResourceAsStream(FILE)) {
            String why = "";
            String advice = "";
            for (String line : new String(text.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (line.startsWith("why ")) {
                    why = line.substring("why ".length());
                } else if (line.startsWith("do ")) {
                    advice = line.substring("do ".length());
                } else if (!line.isBlank() && !line.startsWith("#")) {
                    forbidden.add(line.strip(), why, advice);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(FILE + " cannot be read", e);
        }
        return forbidden;
    }

    private void add(String line, String why, String advice) {
        int colon = line.indexOf(':');
        if (colon < 0) {
            Stream.of(line.split(" +")).forEach(prefix -> adviceByPrefix.put(prefix, advice));
        } else {
            List<MemberPattern> methods = Stream.of(
                            line.substring(colon + 1).strip().split(" +"))
                    .map(MemberPattern::new)
                    .toList();
            calls.add(new ForbiddenCall(line.substring(0, colon), methods, why, advice));
        }
    }
}
