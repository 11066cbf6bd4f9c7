package kvlab.grader.corpus.mutants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import kvlab.grader.intake.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceMutationsTest {

    /** A statement of the method, the operator, and what comes of the statement. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            if (n > 1) m = 1;                     | condition always true            | if (true) m = 1;
            if (n > 1) m = 1;                     | condition always false           | if (false) m = 1;
            if (n > 1 && m > 1) m = 1;            | term left unchecked              | if (n > 1) m = 1;
            `if (n > 1 || m > 1) m = 1;`          | term left unchecked              | if (m > 1) m = 1;
            if (n <= m) m = 1;                    | comparison shifted by one        | if (n <= m + 1) m = 1;
            if (n == m) m = 1;                    | comparison changed               | if (n >= m) m = 1;
            if (l < 2L) m = 1;                    | compared as int                  | if ((int) (l) < (int) (2L)) m = 1;
            if (s.equals(t)) m = 1;               | compared by identity             | if ((s == t)) m = 1;
            map.put(s, t);                        | statement left out               | ``
            map.remove(s);                        | statement left out               | ``
            map.clear(); map.put(s, t);           | statements swapped               | map.put(s, t); map.clear();
            map.clear();                          | returns early                    | if (true) return; map.clear();
            while (n > m) m++;                    | loop runs once                   | if (n > m) m++;
            m = 7;                                | constant changed                 | m = 8;
            m = 0;                                | constant changed                 | m = (-1);
            s = "";                               | constant changed                 | s = "?";
            d = Duration.ofMillis(500);           | duration times ten               | d = Duration.ofMillis(5000);
            d = Duration.ofMillis(500);           | duration divided by ten          | d = Duration.ofMillis(50);
            status = Status.SUCCESS;              | constant exchanged               | status = Status.TIMEOUT;
            s = s + t;                            | operand left out                 | s = s;
            s = s + t;                            | operands exchanged               | s = (t) + s;
            map.put(s, t);                        | arguments exchanged              | map.put(t, s);
            l = request.client();                 | accessor exchanged               | l = request.sequence();
            m = Math.max(m, 2);                   | min and max exchanged            | m = Math.min(m, 2);
            s = map.getOrDefault(s, "");          | call left out                    | s = "";
            o = promise.await(d);                 | await left out                   | o = java.util.Optional.<java.lang.String>empty();
            s = promise.await();                  | await left out                   | s = ((java.lang.String) null);
            """)
    void eachOperatorMakesItsChange(String statement, String operator, String changed) {
        String before = method(statement);
        List<String> made = mutations(before)
                .filter(edit -> edit.operator().equals(operator))
                .map(edit -> edit.applyTo(before))
                .toList();
        assertTrue(made.contains(method(changed)), made::toString);
    }

    /** Changes that nobody could tell from the design: each of them would have to be recorded, with this as the reason. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            n = 1; m = 2;                         | statements swapped
            n++; m = 2;                           | statements swapped
            m = Math.max(n, 2);                   | arguments exchanged
            """)
    void makesNoChangeThatIsNone(String statement, String operator) {
        assertEquals(
                0,
                mutations(method(statement))
                        .filter(edit -> edit.operator().equals(operator))
                        .count());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            n = 1; m = n;                         | statements swapped
            n = m; m++;                           | statements swapped
            n = 1; map.clear();                   | statements swapped
            """)
    void swapsStatementsThatMayDependOnEachOther(String statement, String operator) {
        assertEquals(
                1,
                mutations(method(statement))
                        .filter(edit -> edit.operator().equals(operator))
                        .count());
    }

    @Test
    void leavesFieldsOutOfTheComparisonOfRecordsThatAreCompared() {
        String key = """
                record Key(long a, String b) {}
                record Other(long a) {}
                java.util.Map<Key, String> map;
                """;
        List<String> made = mutations("package lab;\nclass KvServer {\n" + key + "}\n")
                .filter(edit -> edit.operator().equals("field left out of the comparison"))
                .map(Edit::text)
                .toList();
        assertEquals(2, made.size(), made::toString);
        assertTrue(made.get(0).contains("Key that && java.util.Objects.equals(b, that.b); }"), made.get(0));
    }

    @Test
    void nameTheMethodAndShowADiff() {
        String before = method("if (n > 1) m = 1;");
        Edit edit = mutations(before)
                .filter(each -> each.operator().equals("condition always true"))
                .findFirst()
                .orElseThrow();
        assertEquals("method", edit.member());
        assertEquals(List.of("- if (n > 1) m = 1;", "+ if (true) m = 1;"), edit.diff(before));
    }

    private static Stream<Edit> mutations(String text) {
        return SourceMutations.of(ParsedSource.of(new SourceFile("KvServer.java", text))).stream();
    }

    private static String method(String statement) {
        return """
                package lab;

                import java.time.Duration;
                import java.util.*;
                import kvlab.api.*;

                class KvServer {
                    void method(int n, int m, long l, String s, String t, Duration d, Optional<String> o, Status status,
                            RequestId request, Map<String, String> map, Promise<String> promise) {
                        STATEMENT
                    }
                }
                """.replace("STATEMENT", statement);
    }
}
