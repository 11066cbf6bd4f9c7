package kvlab.grader.roster;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
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
    private final Map<String, Set<StudentUploads>> byWords = new HashMap<>();

    public StudentIndex(List<StudentUploads> students) {
        for (Function<Student, String> key : KEYS) {
            Map<String, Set<StudentUploads>> found = new HashMap<>();
            students.forEach(uploads -> found.computeIfAbsent(
                            comparable(key.apply(uploads.student())), text -> new LinkedHashSet<>())
                    .add(uploads));
            found.remove("");
            byKey.add(found);
        }
        students.forEach(
                uploads -> byWords.computeIfAbsent(words(uploads.student().name()), text -> new LinkedHashSet<>())
                        .add(uploads));
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

    /**
     * The one hand-in whose student has this name, in whatever order its words are; systems also write it without spaces,
     * such as {@code doejane}.
     */
    Optional<StudentUploads> findByName(String name) {
        String words = words(name);
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Set<StudentUploads> found = new LinkedHashSet<>(byWords.getOrDefault(words, Set.of()));
        squashed(name).forEach(text -> found.addAll(byWords.getOrDefault(text, Set.of())));
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static String words(String name) {
        return Arrays.stream(comparable(name).split("[^\\p{L}\\p{M}\\p{Nd}]+"))
                .sorted()
                .collect(Collectors.joining(" "))
                .strip();
    }

    /** The last name first, without spaces. */
    private static List<String> squashed(String name) {
        String text = comparable(name);
        List<String> words = new ArrayList<>(Arrays.asList(text.split("[^\\p{L}\\p{M}\\p{Nd}]+")));
        if (!text.contains(",")) {
            words.add(0, words.remove(words.size() - 1));
        }
        return List.of(String.join("", words));
    }

    static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
