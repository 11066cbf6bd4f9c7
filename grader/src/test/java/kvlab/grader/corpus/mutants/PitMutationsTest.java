package kvlab.grader.corpus.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kvlab.grader.intake.SourceFile;
import org.junit.jupiter.api.Test;
import org.pitest.mutationtest.engine.MutationDetails;

class PitMutationsTest {
    private static final String SOURCE = """
            package lab;

            class KvServer {
                record Pair(int a, int b) {}

                record Single(int a) {}

                static boolean isBelow(int n, int m) {
                    return n + 1 < m;
                }

                // PIT looks for the type that both have in common.
                static Record either(boolean first) {
                    Record one = first ? new Pair(1, 2) : new Single(3);
                    return one;
                }
            }
            """;

    private final Map<String, byte[]> classes = compile(SOURCE);
    private final PitMutations pit = new PitMutations(classes);

    @Test
    void areThoseOfPitsDefaultsThatOurOwnOperatorsLeaveToIt() {
        List<String> made = pit.all().stream()
                .filter(mutation -> mutation.getMethod().equals("isBelow"))
                .map(MutationDetails::getDescription)
                .toList();
        assertTrue(made.contains("changed conditional boundary"), made::toString);
        assertTrue(made.contains("negated conditional"), made::toString);
        assertTrue(made.contains("Replaced integer addition with subtraction"), made::toString);
        assertEquals(made.stream().distinct().toList(), made);
    }

    @Test
    void areWhatTheSameChangeOfTheSourceCompilesTo() {
        MutationDetails boundary = pit.all().stream()
                .filter(mutation -> mutation.getDescription().equals("changed conditional boundary"))
                .findFirst()
                .orElseThrow();
        Map<String, byte[]> byPit = new TreeMap<>(classes);
        byPit.put("lab.KvServer", pit.classFile(boundary));
        assertEquals(Fingerprint.of(compile(SOURCE.replace("<", "<="))), Fingerprint.of(byPit));
    }

    @Test
    void canBeMadeWhereTypesOfTheJdkAreUsed() {
        pit.all().forEach(mutation -> assertTrue(pit.classFile(mutation).length > 0));
    }

    private static Map<String, byte[]> compile(String text) {
        return new MutantCompiler()
                .compile(List.of(new SourceFile("KvServer.java", text)))
                .orElseThrow();
    }
}
