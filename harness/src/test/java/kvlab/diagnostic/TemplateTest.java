package kvlab.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private static final Diagnostic LATE =
            Diagnostic.of("late").with("path", "/home/ta/doe").with("days", 1).with("api", "java.io.File");

    @Test
    void argumentsFillTheirGaps() {
        assertEquals("java.io.File: 1 day late", text("{api}: {days~|day|days} late", Audience.STAFF));
        assertEquals("2 days", Template.parse("{n|day|days}").text(LATE.with("n", 2), Audience.STAFF));
    }

    @Test
    void onlyTheStaffLearnsWhereAHandInWas() {
        assertEquals("/home/ta/doe is late", text("{path@} is late", Audience.STAFF));
        assertEquals("your hand-in is late", text("{path@} is late", Audience.OWNER));
        assertEquals("… is late", text("{path@} is late", Audience.EVERYONE));
    }

    @Test
    void whatTheOwnerIsGivenDoesNotHoldWhereItWas() {
        Template template = Template.parse("{api} {days~}[ in {path@}][ of {other@}]");
        Diagnostic given = template.forOwner(LATE);
        assertEquals(LATE.with("path", "your hand-in"), given);
        assertEquals(template.text(LATE, Audience.OWNER), template.text(given, Audience.STAFF));
        assertEquals(
                Map.of(),
                Diagnostic.of("not-known").with("path", "/home/ta").forOwner().arguments());
    }

    @Test
    void everyoneReadsWhatDoesNotDiffer() {
        assertEquals("java.io.File … days", text("{api} {days~|day|days}", Audience.EVERYONE));
        assertEquals("java.io.File 1 day", text("{api} {days~|day|days}", Audience.OWNER));
    }

    @Test
    void aPartWithoutItsArgumentIsLeftOut() {
        assertEquals("late", text("late[ by {hours~}]", Audience.STAFF));
        assertEquals("late by 3", Template.parse("late[ by {hours~}]").text(LATE.with("hours", 3), Audience.STAFF));
        assertEquals(
                "late",
                Template.parse("late[ by {hours~}]").text(LATE.with("hours", Optional.empty()), Audience.STAFF));
    }

    @Test
    void aPlaceIsShownInFull() {
        Diagnostic there = LATE.at(new SourcePlace("KvServer.java", "KvServer", "put", 57));
        assertEquals(
                "in KvServer.put, KvServer.java:57",
                Template.parse("in {place}").text(there, Audience.OWNER));
        assertEquals("in …", Template.parse("in {place}").text(there, Audience.EVERYONE));
        assertEquals(
                "KvServer.put (KvServer.java:57) stops",
                Template.parse("{subject} stops").text(there, Audience.OWNER));
        assertEquals("… stops", Template.parse("{subject} stops").text(there, Audience.EVERYONE));
        assertEquals("in file", text("in file[, {place}]", Audience.STAFF));
    }

    @Test
    void whatAnArgumentSaysIsNoTemplate() {
        assertEquals("{api}[", Template.parse("{x}").text(LATE.with("x", "{api}["), Audience.STAFF));
        assertEquals("[{x}]\\n", text("\\[\\{x\\}\\]\\n", Audience.STAFF));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{", "}", "[x", "x]", "[[x]]", "{1}", "{a b}"})
    void aTemplateThatIsNotWellFormedIsRefused(String template) {
        assertThrows(IllegalArgumentException.class, () -> Template.parse(template));
    }

    private static String text(String template, Audience audience) {
        return Template.parse(template).text(LATE, audience);
    }
}
