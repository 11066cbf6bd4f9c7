package kvlab.submission;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedMemoryRuleTest {

    private static final String SHARED =
            ": all servers and Clerks of a test would share it, and real ones share nothing but the log. ";

    @Test
    void aStaticMapIsRefusedWithTheFieldThatWouldReplaceIt() {
        assertEquals(
                List.of("KvServer.table (KvServer.java) is static and can change" + SHARED
                        + "Make it a field of the server: private Map<...> table."),
                StudentCode.findings("static Map<String, String> table = new HashMap<>();"));
    }

    @Test
    void aStaticFinalMapIsRefusedSinceItsContentsCanChange() {
        assertEquals(
                List.of("KvServer.table (KvServer.java) is static, and the HashMap in it can change" + SHARED
                        + "Make it a field of the server: private final HashMap<...> table. If it never changes, make it"
                        + " Map.copyOf(...)."),
                StudentCode.findings("static final HashMap<String, String> table = new HashMap<>();"));
    }

    @Test
    void aStaticCounterIsRefusedThoughItsTypeIsAValue() {
        assertEquals(
                List.of("KvServer.Waiters.next (KvServer.java) is static and can change" + SHARED
                        + "Make it a field of the server: private long next. Or make it static final, if it never"
                        + " changes."),
                StudentCode.findings("static class Waiters { static long next; }"));
    }

    @Test
    void anEnumConstantsFieldThatCanChangeIsRefused() {
        assertEquals(
                List.of("KvServer.Kind.uses (KvServer.java) belongs to an enum's constants and can change" + SHARED
                        + "Make it final, of a type that cannot change, or keep what changes in a field"
                        + " of the server."),
                StudentCode.findings("enum Kind { PUT, GET; int uses; }"));
    }

    @Test
    void anEnumConstantsBodyCannotHideAField() {
        assertEquals(
                1, StudentCode.findings("enum Kind { PUT { int uses; }, GET }").size());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "static final int[] NUMBERS = {1};",
                "static final AtomicLong NEXT = new AtomicLong();",
                "static final StringBuilder TEXT = new StringBuilder();",
                "static final List<String> LIST = new ArrayList<>();",
                "static final List<String> VIEW = Collections.unmodifiableList(new ArrayList<>());",
                "static final List<AtomicLong> HIDDEN = List.of(new AtomicLong());",
                "static final List RAW = List.of(new AtomicLong());",
                "static final List<String> EITHER = Math.abs(1) > 0 ? new ArrayList<>() : List.of();",
                "static final List<String> PASSED; static {"
                        + " List<String> l = new ArrayList<>(); List.of(); PASSED = l; }",
                "static final List<String> TWICE; static {"
                        + " if (Math.abs(1) < 0) TWICE = List.of(); else TWICE = make(); }"
                        + " static List<String> make() { return new ArrayList<>(); }",
                "static final LongSupplier NEXT = new AtomicLong()::incrementAndGet;",
                "static final java.util.logging.Logger LOG = java.util.logging.Logger.getLogger(\"lab\");",
                "interface Shared { Map<String, String> TABLE = new HashMap<>(); } Shared shared;",
                "static KvServer leader;",
                "enum Kind { PUT; final List<String> keys = new ArrayList<>(); }",
                "enum Kind { PUT; final AtomicLong uses = new AtomicLong(); }",
            })
    void whatCanChangeAndIsSharedIsRefused(String members) {
        assertEquals(1, StudentCode.findings(members).size());
    }
}
