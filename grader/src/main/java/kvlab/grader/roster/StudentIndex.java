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

/**
 * Finds a hand-in, or what belongs to one, by what the staff call its student: the name in the table of grades, the
 * collecting system's number, the e-mail address, or the name. Case and the two Unicode forms of accents make no
 * difference. What fits several finds none.
 */
public final class StudentIndex<T> {

    private static final List<Function<Student, String>> KEYS =
            List.of(Student::fileName, Student::id, Student::email, Student::name);

    private static final String BETWEEN_WORDS = "[^\\p{L}\\p{M}\\p{Nd}]+";

    private final List<Map<String, Set<T>>> byKey = new ArrayList<>();
    private final Map<String, Set<T>> byWords;

    /** @param student whose each is */
    public StudentIndex(List<T> all, Function<T, Student> student) {
        KEYS.forEach(key -> byKey.add(indexed(all, each -> comparable(key.apply(student.apply(each))))));
        byWords = indexed(all, each -> words(student.apply(each).name()));
    }

    private static <T> Map<String, Set<T>> indexed(List<T> all, Function<T, String> key) {
        Map<String, Set<T>> found = new HashMap<>();
        all.forEach(each -> found.computeIfAbsent(key.apply(each), text -> new LinkedHashSet<>())
                .add(each));
        found.remove("");
        return found;
    }

    /** The one that is called so; a name in the table of grades counts more than a number, and so on. */
    public Optional<T> find(String name) {
        String wanted = comparable(name);
        return byKey.stream()
                .map(found -> found.getOrDefault(wanted, Set.of()))
                .filter(found -> !found.isEmpty())
                .findFirst()
                .flatMap(StudentIndex::only);
    }

    /**
     * The one whose student has this name, in whatever order its words are; systems also write it without spaces, such
     * as {@code doejane}.
     */
    Optional<T> findByName(String name) {
        Set<T> found = new LinkedHashSet<>(byWords.getOrDefault(words(name), Set.of()));
        found.addAll(byWords.getOrDefault(lastNameFirst(name), Set.of()));
        return only(found);
    }

    private static <T> Optional<T> only(Set<T> found) {
        return found.size() == 1 ? found.stream().findFirst() : Optional.empty();
    }

    private static String words(String name) {
        return Arrays.stream(comparable(name).split(BETWEEN_WORDS))
                .sorted()
                .collect(Collectors.joining(" "))
                .strip();
    }

    /** Without spaces. */
    private static String lastNameFirst(String name) {
        List<String> words = new ArrayList<>(Arrays.asList(comparable(name).split(BETWEEN_WORDS)));
        if (!name.contains(",")) {
            words.add(0, words.remove(words.size() - 1));
        }
        return String.join("", words);
    }

    static String comparable(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFC).strip().toLowerCase(Locale.ROOT);
    }
}
