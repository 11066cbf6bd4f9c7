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
 * Whose row of a gradebook is whose. Where that is not plain nobody's is taken: a row that two submissions lay claim to
 * goes to neither, and a submission that fits several rows to none.
 *
 * @param results by the rows' numbers
 * @param notes a line for each submission or row that a person must look after
 */
record Matching(SortedMap<Integer, SubmissionResult> results, List<String> notes) {

    /**
     * One way in which a row of a gradebook and a person may be known to be the same.
     *
     * @param inRow what the row has of it, by the row's number
     * @param ofPerson what the person may have there
     * @param sure whether no two people have the same
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
     * @param rows by their numbers
     * @param keys from the surest on; one that finds anything is not doubted by those after it
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
        return group ? ", as far as it is by " + (person.id().isEmpty() ? person.email() : person.id()) : "";
    }
}
