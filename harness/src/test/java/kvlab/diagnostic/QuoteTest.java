package kvlab.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class QuoteTest {
    @Test
    void plainTextIsQuotedAsItIs() {
        assertEquals("\"x 2 5 y\"", Quote.of("x 2 5 y"));
        assertEquals("\"\"", Quote.of(""));
        assertEquals("\" a \"", Quote.of(" a "));
    }

    @Test
    void whatCannotBeSeenIsEscaped() {
        assertEquals("\"a\\n\\t\\u0000\\r\"", Quote.of("a\n\t\0\r"));
        assertEquals("\"\\u00a0\\u202e\\u200b\\ufeff\"", Quote.of("\u00a0\u202e\u200b\ufeff"));
        assertEquals("\"\\\"\\\\\"", Quote.of("\"\\"));
        assertEquals("\"\\u007f\"", Quote.of("\u007f"));
    }

    @Test
    void whatLooksEqualIsShownDifferent() {
        assertEquals("\"\\u212aey \\u00e9 e\\u0301\"", Quote.of("\u212aey \u00e9 e\u0301"));
        assertEquals("\"\\ud83d\\ude00\"", Quote.of("\ud83d\ude00"));
        assertEquals("\"\\ud83d\"", Quote.of("\ud83d"));
    }

    @Test
    void longTextIsShortenedInTheMiddle() {
        String shown = Quote.of("begin" + "-".repeat(4000) + "end");
        assertTrue(shown.matches("\"begin-+\\.\\.\\.-+end\" \\(4008 characters\\)"), shown);
        assertTrue(shown.length() < 90, shown);
    }

    @Test
    void proseKeepsItsWords() {
        assertEquals("Schl\u00fcssel \u65e5\u672c fehlt", Quote.prose("Schl\u00fcssel \u65e5\u672c fehlt"));
        assertEquals("a\\nb\\u0000\\u202e\\ud83d", Quote.prose("a\nb\0\u202e\ud83d"));
    }
}
