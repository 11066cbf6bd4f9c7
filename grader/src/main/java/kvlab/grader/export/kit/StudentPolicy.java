package kvlab.grader.export.kit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.snakeyaml.engine.v2.api.Dump;
import org.snakeyaml.engine.v2.api.DumpSettings;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.common.FlowStyle;

/**
 * A course's policy, and what students get of it: the keys by which they can grade their own work. Comments are left out,
 * since they may tell what the keys do not.
 */
final class StudentPolicy {

    /** What is not here stays with the instructor, also a key that later versions add. */
    private static final Set<String> FOR_STUDENTS = Set.of(
            "name",
            "title",
            "suites",
            "seed",
            "repeated-runs",
            "minimum-rate",
            "scale",
            "due",
            "late",
            "not-building",
            "hand-in",
            "files",
            "api",
            "limits");

    /** What pages show of a test is for the course's grades, not for a student's own runs. */
    private static final String STUDENTS_SEE = "students-see";

    private static final List<String> SECRETS = List.of("hidden-seed", "seed-secret");

    private static final String HEADING = "# The course's policy: what each test is worth, and which rules hold.\n";

    private final Map<String, Object> keys = new LinkedHashMap<>();

    /** @param yaml the text of a policy that has been read without an error */
    StudentPolicy(byte[] yaml) {
        Object root = new Load(LoadSettings.builder().build()).loadFromString(new String(yaml, StandardCharsets.UTF_8));
        ((Map<?, ?>) root).forEach((key, value) -> keys.put(key.toString(), value));
    }

    /** The policy for students, as YAML. */
    String text() {
        Map<String, Object> kept = new LinkedHashMap<>(keys);
        kept.keySet().retainAll(FOR_STUDENTS);
        DumpSettings settings =
                DumpSettings.builder().setDefaultFlowStyle(FlowStyle.BLOCK).build();
        return HEADING + new Dump(settings).dumpToString(withoutStudentsSee(kept));
    }

    /** The values that must not be in any file of the kit. */
    List<String> secrets() {
        return SECRETS.stream()
                .map(keys::get)
                .filter(Objects::nonNull)
                .map(Object::toString)
                .toList();
    }

    private static Object withoutStudentsSee(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<Object, Object> kept = new LinkedHashMap<>();
            map.forEach((key, inner) -> {
                if (!STUDENTS_SEE.equals(key)) {
                    kept.put(key, withoutStudentsSee(inner));
                }
            });
            return kept;
        }
        return value instanceof List<?> list ? new ArrayList<>(list) : value;
    }
}
