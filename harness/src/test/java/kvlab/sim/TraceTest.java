package kvlab.sim;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Formatter;
import java.util.Locale;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;

class TraceTest {

    @Test
    void aLineSaysWhenWhereAndWhat() {
        Trace trace = Trace.on();
        trace.add(Duration.ofNanos(3_204_117_999L), "server 2", "leads in term 4");
        trace.add(Duration.ofMillis(12_000), "network", "all servers are connected");
        assertEquals("""
                3.204117 s  server 2   leads in term 4
                12.000000 s  network    all servers are connected
                """, trace.text());
    }

    @Test
    void theHashIsThatOfTheTextInUtf8() {
        assertEquals(
                "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                Trace.on().hash());
        Trace trace = Trace.on();
        trace.add(Duration.ofSeconds(1), "server 0", "| größer ✓");
        assertEquals("76344f46ccaea40436eb36adb742e840a3afa3e026becd54282f22886a6e755b", trace.hash());
    }

    @Test
    void isTheSameIfItsLinesAreAndOfThoseNotKeptTheNumber() {
        Trace one = Trace.of(1);
        Trace other = Trace.of(1);
        one.add(Duration.ofSeconds(1), "server 0", "a");
        assertFalse(one.isSameAs(other));
        other.add(Duration.ofSeconds(1), "server 0", "a");
        assertTrue(one.isSameAs(other));
        one.add(Duration.ofSeconds(1), "server 0", "b");
        assertFalse(one.isSameAs(other));
        other.add(Duration.ofSeconds(1), "server 0", "c");
        assertTrue(one.isSameAs(other));
    }

    @Test
    void eachLineCountsForTheHash() {
        Trace one = Trace.on();
        Trace other = Trace.on();
        one.add(Duration.ofSeconds(1), "server 0", "a");
        other.add(Duration.ofSeconds(1).plusNanos(1000), "server 0", "a");
        assertNotEquals(one.hash(), other.hash());
    }

    @Test
    void aTraceThatIsOffTakesNothing() {
        Trace.OFF.add(Duration.ZERO, "server 0", "a");
        assertFalse(Trace.OFF.isOn());
        assertEquals("", Trace.OFF.text());
        assertTrue(Trace.on().isOn());
    }

    @Test
    void linesBeyondTheLimitAreCountedAndNotKept() {
        Trace trace = Trace.on();
        for (int line = 0; line < Trace.MAX_LINES + 3; line++) {
            trace.add(Duration.ZERO, "server 0", "again");
        }
        assertEquals(Trace.MAX_LINES, trace.lines().size());
        assertTrue(trace.text().endsWith("again\n... and 3 more lines, which were not kept\n"));
    }

    @Test
    void theMachinesLanguageAndTimeZoneDoNotShow() {
        Locale language = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
            TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
            assertEquals("١", new Formatter().format("%d", 1).toString(), "this locale has digits of its own");
            assertEquals("1234.500000 s", Trace.seconds(Duration.ofMillis(1_234_500)));
            assertEquals(
                    "0.000001 s  server 1   x", new Trace.Line(Duration.ofNanos(1000), "server 1", "x").toString());
        } finally {
            Locale.setDefault(language);
            TimeZone.setDefault(zone);
        }
    }
}
