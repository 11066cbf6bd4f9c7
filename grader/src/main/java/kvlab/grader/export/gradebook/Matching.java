package kvlab.grader.export.gradebook;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import kvlab.grader.grade.result.SubmissionResult;

/**
 * The assignment of submissions to rows of a gradebook. Ambiguous matches are dropped: a row that two submissions match
 * gets neither, and a submission that matches several rows gets none.
 *
 * @param results the matched submission by row number
 * @param notes a line for each submission or row that a person must check
 */
record Matching(SortedMap<Integer, SubmissionResult> results, List<String> notes) {

    /**
     * An attribute by which a row of a gradebook and a person can be matched.
     *
     * @param inRow the row's value, by row number
     * @param ofPerson the person's possible values
     * @param sure whether the attribute is unique
     */
    record Key(IntFunction<String> inRow, Function<Person, List<String>> ofPerson, boolean sure) {

        static Key id(IntFunction<String> inRow) {
            return new Key(inRow, person -> List.of(person.id()), true);
        }

        static Key email(IntFunction<String> inRow) {
            return new Key(inRow, person -> List.of(person.email()), true);
        }

        static Key login(IntFunction<String> inRow) {
            return new Key(inRow, Person::logins, true);
        }

        static Key name(IntFunction<String> inRow) {
            return new Key(
                    row -> Person.comparable(inRow.apply(row)),
                    person -> List.of(Person.comparable(person.name())),
                    false);
        }

        boolean holds(int row, Person person) {
            String text = inRow.apply(row).toLowerCase(Locale.ROOT);
            return !text.isEmpty()
                    && ofPerson.apply(person).stream()
                            .anyMatch(theirs -> theirs.toLowerCase(Locale.ROOT).equals(text));
        }
    }

    /**
     * @param rows the row numbers
     * @param keys from the most to the least reliable; a match by one key is not overridden by later ones
     */
    static Matching of(List<SubmissionResult> results, List<Integer> rows, List<Key> keys) {
        List<String> notes = new ArrayList<>();
        Map<Integer, List<SubmissionResult>> claims = new LinkedHashMap<>();
        for (SubmissionResult result : results) {
            for (Person person : Person.of(result)) {
                List<Integer> found = rows(person, rows, keys, result, notes);
                if (found.size() == 1) {
                    claims.computeIfAbsent(found.get(0), row -> new ArrayList<>())
                            .add(result);
                } else {
                    notes.add(result.submission()
                            + (found.isEmpty() ? " is not in the gradebook" : " fits several rows")
                            + whom(result, person));
                }
            }
        }
        SortedMap<Integer, SubmissionResult> matched = new TreeMap<>();
        claims.forEach((row, claimants) -> {
            if (claimants.size() == 1) {
                matched.put(row, claimants.get(0));
            } else {
                notes.add(claimants.stream()
                        .map(SubmissionResult::submission)
                        .collect(Collectors.joining(
                                ", ", "several submissions fit the same row, so none is entered: ", "")));
            }
        });
        return new Matching(matched, List.copyOf(notes));
    }

    private static List<Integer> rows(
            Person person, List<Integer> rows, List<Key> keys, SubmissionResult result, List<String> notes) {
        for (Key key : keys) {
            List<Integer> found =
                    rows.stream().filter(row -> key.holds(row, person)).toList();
            if (!found.isEmpty()) {
                if (!key.sure() && found.size() == 1) {
                    notes.add(result.submission() + " is matched by the name alone");
                }
                return found;
            }
        }
        return List.of();
    }

    private static String whom(SubmissionResult result, Person person) {
        boolean group = Person.of(result).size() > 1;
        return group ? ", as far as it is by " + person.called() : "";
    }
}
