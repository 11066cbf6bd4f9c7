package kvlab.grader.grade.result;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kvlab.schedule.Replay;

/**
 * The command that shows a schedule again. It says all that decides which sources run: neither the policy nor the branch
 * has to be the same still, nor even be there.
 *
 * @param paths as the caller wrote them: one, or the source files that are one submission together; none for the lab's own
 *     place
 * @param commit of the git repository there, and not the work tree
 * @param filesAllowed as a policy's {@code files.allowed}, if the kit's own files take the place of others; else empty
 * @param apiAllowed as a policy's {@code api.allow}
 * @param apiForbidden as a policy's {@code api.forbid}
 */
public record ReplayCommand(
        List<String> paths,
        Optional<String> commit,
        List<String> filesAllowed,
        List<String> apiAllowed,
        List<String> apiForbidden) {

    public static final String COMMIT = "--commit";
    public static final String FILES_ALLOWED = "--files-allowed";
    public static final String API_ALLOW = "--api-allow";
    public static final String API_FORBID = "--api-forbid";

    /** What {@code kvlab test} tries if it is given no path. */
    public static final String DEFAULT_PATH = "skeleton";

    /** In the student's own kit, whatever the grader had. */
    static final ReplayCommand OF_STUDENTS = at(DEFAULT_PATH);

    public ReplayCommand {
        paths = paths.equals(List.of(DEFAULT_PATH)) ? List.of() : List.copyOf(paths);
        filesAllowed = List.copyOf(filesAllowed);
        apiAllowed = List.copyOf(apiAllowed);
        apiForbidden = List.copyOf(apiForbidden);
    }

    /** For what lies at a path, as it is. */
    public static ReplayCommand at(String path) {
        return new ReplayCommand(List.of(path), Optional.empty(), List.of(), List.of(), List.of());
    }

    /** Everything up to the suite, the test and the seed, safe to paste into a shell. */
    public String prefix() {
        List<String> words = new ArrayList<>(List.of("./kvlab", "test"));
        paths.forEach(path -> words.add(quoted(isOption(path) ? "./" + path : path)));
        commit.ifPresent(id -> words.addAll(List.of(COMMIT, id)));
        add(words, FILES_ALLOWED, filesAllowed);
        add(words, API_ALLOW, apiAllowed);
        add(words, API_FORBID, apiForbidden);
        return String.join(" ", words);
    }

    /** The whole command. */
    public String line(String suite, int test, long seed) {
        return Replay.line(prefix(), suite, test, seed);
    }

    private static void add(List<String> words, String option, List<String> names) {
        if (!names.isEmpty()) {
            words.addAll(List.of(option, quoted(String.join(",", names))));
        }
    }

    /** Whether a command line would take it for something else than a path. */
    private static boolean isOption(String path) {
        return path.startsWith("-") || path.startsWith("@");
    }

    /** What cannot be seen on a screen or be pasted stands there by its bytes, which takes bash, zsh or ksh. */
    private static String quoted(String word) {
        if (word.matches("[A-Za-z0-9_./@%+=:,-]+")) {
            return word;
        }
        if (word.matches("[^\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}]*")) {
            return "'" + word.replace("'", "'\\''") + "'";
        }
        StringBuilder escaped = new StringBuilder("$'");
        for (byte b : word.getBytes(StandardCharsets.UTF_8)) {
            boolean plain = b >= ' ' && b <= '~' && b != '\'' && b != '\\';
            escaped.append(plain ? "" + (char) b : String.format(Locale.ROOT, "\\%03o", b & 0xff));
        }
        return escaped.append("'").toString();
    }
}
