package kvlab.grader.roster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.StudentUploads;

/**
 * Finds a hand-in by what the staff call its student: the name in the table of grades, the folder, the collecting
 * system's number, the e-mail address, or the name. Case and the two Unicode forms of accents make no difference. What
 * fits several finds none.
 */
public final class StudentIndex {

    private static final List<Function<Student, String>> KEYS =
            List.of(Student::fileName, Student::id, Student::email, Student::name);

    private final List<Map<String, Set<StudentUploads>>> byKey = new ArrayList<>();

    public StudentIndex(List<StudentUploads> students) {
        for (Function<Student, String> key : KEYS) {
            Map<String, Set<StudentUploads>> found = new HashMap<>();
            students.forEach(uploads -> found.computeIfAbsent(
                            comparable(key.apply(uploads.student())), text -> new LinkedHashSet<>())
                    .add(uploads));
            found.remove("");
            byKey.add(found);
        }
    }

    /** The one hand-in that is called so; a name in the table of grades counts more than a number, and so on. */
    public Optional<StudentUploads> find(String name) {
        String wanted = comparable(name);
        for (Map<String, Set<StudentUploads>> found : byKey) {
            Set<StudentUploads> students = found.getOrDefault(wanted, Set.of());
            if (!students.isEmpty()) {
                return students.size() == 1 ? students.stream().findFirst() : Optional.empty();
            }
        }
        return Optional.empty();
    }

    static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
