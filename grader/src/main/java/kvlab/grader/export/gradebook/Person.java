package kvlab.grader.export.gradebook;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.grade.result.SubmissionResult;
import kvlab.grader.intake.Student;

/**
 * The identifying attributes of a student; unknown ones are empty.
 *
 * @param id the collecting system's number
 * @param name as people write it
 * @param submission the submission's name in the result
 */
record Person(String id, String email, String name, String submission) {

    /** The author; for a group each member, if the collecting system gave their numbers or addresses. */
    static List<Person> of(SubmissionResult result) {
        List<String> ids = parts(result.owner().id());
        List<String> emails = parts(result.owner().email());
        int members = Math.max(ids.size(), emails.size());
        if (members < 2) {
            return List.of(new Person(
                    result.owner().id(), result.owner().email(), result.owner().name(), result.submission()));
        }
        List<String> names = parts(result.owner().name());
        // A name may have a comma of its own.
        boolean named = names.size() == members;
        List<Person> people = new ArrayList<>();
        for (int member = 0; member < members; member++) {
            people.add(new Person(part(ids, member), part(emails, member), named ? part(names, member) : "", ""));
        }
        return people;
    }

    private static String part(List<String> parts, int member) {
        String part = member < parts.size() ? parts.get(member) : "";
        return part.equals(Student.UNKNOWN) ? "" : part;
    }

    /** What to call the person in a note. */
    String called() {
        return Stream.of(id, email, name)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("an unnamed member");
    }

    /** Possible login names. */
    List<String> logins() {
        return Stream.of(email, email.replaceFirst("@.*", ""), id, name, submission)
                .toList();
    }

    /** The words of a name in canonical order: {@code Doe, Jane} is Jane Doe. */
    static String comparable(String name) {
        return Arrays.stream(name.toLowerCase(Locale.ROOT).split("[^\\p{L}\\p{M}\\p{Nd}]+"))
                .sorted()
                .collect(Collectors.joining(" "))
                .strip();
    }

    private static List<String> parts(String text) {
        return Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }
}
