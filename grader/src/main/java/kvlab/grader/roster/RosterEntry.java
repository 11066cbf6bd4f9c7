package kvlab.grader.roster;

import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A student of the class; unknown texts are empty.
 *
 * @param line of the table
 * @param name as people write it
 * @param id the number in the learning system or at the university
 * @param login in the learning system
 * @param git the user's name at the git host
 * @param folder what the hand-in's directory or file is called
 * @param group the students with the same one may hand in together
 * @param due the student's own due time, in place of the policy's
 * @param extensionDays days added to the due time
 * @param lateDaysLeft how many days late cost nothing, from a budget over the term
 * @param excused whether nothing is expected
 */
public record RosterEntry(
        int line,
        String name,
        String id,
        String email,
        String login,
        String git,
        String folder,
        String section,
        String group,
        Optional<Instant> due,
        int extensionDays,
        int lateDaysLeft,
        boolean excused,
        String note) {

    /** What the hand-in may be called, the most reliable first. */
    List<String> names() {
        Set<String> names = new LinkedHashSet<>(List.of(folder, id, login, git, email, email.replaceFirst("@.*", "")));
        names.remove("");
        return List.copyOf(names);
    }

    /** The name of a result for this student. */
    String fileName() {
        return Stream.of(folder, login, git, email.replaceFirst("@.*", ""), id, name)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElseThrow();
    }

    /** What to call the student in a list. */
    public String called() {
        return Stream.of(name, folder, login, email, git, id)
                .filter(text -> !text.isEmpty())
                .findFirst()
                .orElse("line " + line);
    }

    /** A name without a comma: {@code Doe, Jane} is Jane Doe. */
    String plainName() {
        return name.replaceFirst("^([^,]+),\\s*([^,]+)$", "$2 $1");
    }
}
