package kvlab.grader.export.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorksheetTest {

    @TempDir
    private Path directory;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a,b\n-,-3.5\n+2,a=1+1\n",
                "a,b\r\n\"quoted\",plain\r\n\"with \"\"quotes\"\"\",5\" disk\r\n",
                "\uFEFFa;b\n\"two\nlines\" ; blanks \n",
                "\n\na,b\n\nmixed,ends\r\n,\r\n\"\",\nno,end",
                "a,b\nshort\nlong,er,than,that,\n"
            })
    void whatNobodySetsComesBackToTheByte(String table) throws Exception {
        assertEquals(table, read(table).render());
    }

    @Test
    void onlyTheCellThatIsSetIsWrittenAnew() throws Exception {
        Worksheet sheet = read("a,b,c\n\"-\",\"old\",-\n");
        sheet.set(0, 1, "new, \"quoted\"");
        assertEquals("a,b,c\n\"-\",\"new, \"\"quoted\"\"\",-\n", sheet.render());
    }

    @Test
    void aFormulaIsNotHandedOnEither() throws Exception {
        assertEquals("a,b\n'=1+1,\"'=A1,B1\"\n", read("a,b\n=1+1,\"=A1,B1\"\n").render());
    }

    @Test
    void whatIsSetIsNeverAFormula() throws Exception {
        Worksheet sheet = read("a,b\n,\n");
        sheet.set(0, 0, "=HYPERLINK(1)");
        sheet.set(0, 1, "-3.5");
        assertEquals("a,b\n'=HYPERLINK(1),-3.5\n", sheet.render());
    }

    @Test
    void quotesAreNotPartOfWhatACellSays() throws Exception {
        Worksheet sheet = read("a,b\n\n\"x \"\"y\"\", z\",5\" disk\n");
        assertEquals(1, sheet.rows());
        assertEquals("x \"y\", z", sheet.cell(0, 0));
        assertEquals("5\" disk", sheet.cell(0, 1));
        assertEquals("", sheet.cell(0, 2));
    }

    @Test
    void aBrokenQuoteIsRefusedWithItsLine() {
        for (String broken : new String[] {"a,b\n1,2\n3,\"open\n", "a,b\n1,2\n3,\"x\"y\n"}) {
            String message = assertThrows(UnusableGradebookException.class, () -> read(broken))
                    .getMessage();
            assertTrue(message.contains("in line 3"), message);
        }
    }

    private Worksheet read(String table) throws IOException, UnusableGradebookException {
        return Worksheet.read(Files.writeString(directory.resolve("exported.csv"), table));
    }
}
