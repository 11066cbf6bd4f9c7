package kvlab.grader.attack;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which cases there are for each row of the list of known attacks. */
final class AttackTable {

    private AttackTable() {}

    /** Names of cases, {@code family/name}, by the key of the row that they are for. */
    static Map<String, Collection<String>> casesByRow() {
        Map<String, Collection<String>> cases = new TreeMap<>();
        for (String family : Attack.FAMILIES) {
            Attack.of(family).forEach(attack -> add(cases, attack.expected(), family + "/" + attack.name()));
        }
        PackedAttack.all()
                .forEach(attack -> add(cases, attack.expected(), attack.family() + "/" + visible(attack.name())));
        add(cases, KnownSeedsIT.ROWS, "known-seeds");
        return cases;
    }

    private static void add(Map<String, Collection<String>> cases, Expected expected, String name) {
        add(cases, expected.rows(), name);
    }

    private static void add(Map<String, Collection<String>> cases, List<String> rows, String name) {
        rows.forEach(row -> cases.computeIfAbsent(row, key -> new TreeSet<>()).add(name));
    }

    /** For a table in a text: nothing in it can be mistaken for more than a name. */
    static String visible(String name) {
        return name.replaceAll("[^A-Za-z0-9._ -]", "_");
    }

    /** The row as the README has it: families, each with its cases. */
    static String inWords(Collection<String> cases) {
        Map<String, List<String>> byFamily = cases.stream()
                .collect(Collectors.groupingBy(
                        name -> name.replaceAll("/.*", ""),
                        LinkedHashMap::new,
                        Collectors.mapping(name -> name.replaceAll(".*/", ""), Collectors.toList())));
        return byFamily.entrySet().stream()
                .flatMap(family -> Stream.of(family.getKey() + ": " + String.join(", ", family.getValue())))
                .collect(Collectors.joining("; "));
    }
}
