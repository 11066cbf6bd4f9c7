package kvlab.grader.export.gradebook;

import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * One way in which a row of a gradebook and a person may be known to be the same.
 *
 * @param inRow what the row has of it, by the row's number
 * @param ofPerson what the person may have there
 * @param sure whether no two people have the same
 */
record NameMatch(IntFunction<String> inRow, Function<Person, List<String>> ofPerson, boolean sure) {

    static NameMatch id(IntFunction<String> inRow) {
        return new NameMatch(inRow, person -> List.of(person.id()), true);
    }

    static NameMatch email(IntFunction<String> inRow) {
        return new NameMatch(inRow, person -> List.of(person.email()), true);
    }

    static NameMatch login(IntFunction<String> inRow) {
        return new NameMatch(inRow, Person::logins, true);
    }

    static NameMatch name(IntFunction<String> inRow) {
        return new NameMatch(
                row -> Person.comparable(inRow.apply(row)), person -> List.of(Person.comparable(person.name())), false);
    }

    boolean holds(int row, Person person) {
        String text = inRow.apply(row).toLowerCase(Locale.ROOT);
        return !text.isEmpty()
                && ofPerson.apply(person).stream()
                        .anyMatch(theirs -> theirs.toLowerCase(Locale.ROOT).equals(text));
    }
}
