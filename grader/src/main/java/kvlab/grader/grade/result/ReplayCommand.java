package kvlab.grader.grade.result;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kvlab.schedule.Replay;

/**
 * The command that replays a schedule. It states everything that selects the sources, so it still works after the
 * policy or the branch has changed or is gone.
 *
 * @param paths as the caller wrote them: one path, or all source files of one submission; empty for the default path
 * @param commit the commit to read from the git repository, instead of its work tree
 * @param filesAllowed the policy's {@code files.allowed}, if all other files are replaced by the kit's; else empty
 * @param apiAllowed the policy's {@code api.allow}
 * @param apiForbidden the policy's {@code api.forbid}
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

    /** The path that {@code kvlab test} uses by default. */
    public static final String DEFAULT_PATH = "skeleton";

    /** The command for the student's own kit. */
    static final ReplayCommand OF_STUDENTS = at(DEFAULT_PATH);

    public ReplayCommand {
        paths = paths.equals(List.of(DEFAULT_PATH)) ? List.of() : List.copyOf(paths);
        filesAllowed = List.copyOf(filesAllowed);
        apiAllowed = List.copyOf(apiAllowed);
        apiForbidden = List.copyOf(apiForbidden);
    }

    /** The command for the files at a path, unmodified. */
    public static ReplayCommand at(String path) {
        return new ReplayCommand(List.of(path), Optional.empty(), List.of(), List.of(), List.of());
    }

    /** The command without the schedule, quoted for a shell. */
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
    public String line(Replay schedule) {
        return schedule.line(prefix());
    }

    private static void add(List<String> words, String option, List<String> names) {
        if (!names.isEmpty()) {
            words.addAll(List.of(option, quoted(String.join(",", names))));
        }
    }

    /** Whether a command line would parse it as an option. */
    private static boolean isOption(String path) {
        return path.startsWith("-") || path.startsWith("@");
    }

    /** Unprintable characters are written as bytes in {@code $'...'}, which bash, zsh and ksh understand. */
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
