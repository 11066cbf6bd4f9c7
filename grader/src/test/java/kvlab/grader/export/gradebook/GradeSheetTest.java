package kvlab.grader.export.gradebook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kvlab.grader.grade.result.ResultFixture;
import org.junit.jupiter.api.Test;

class GradeSheetTest {

    private static final String HEADINGS =
            "submission,name,id,email,points,extra credit,adjustments,score,max score,days late,"
                    + "decided,core 1,core 2,review,by hand\r\n";

    @Test
    void hasARowForEachSubmissionThatAddsUpToItsScore() {
        assertEquals(
                HEADINGS + "alice,alice,,,2.5,0,0,2.5,5,0,yes,passed,timed out,,\r\n",
                new GradeSheet().render(List.of(ResultFixture.halfRight("alice"))));
    }

    @Test
    void whatIsNotDecidedHasNoScoreRatherThanALowOne() {
        assertEquals(
                HEADINGS + "bob,bob,,,2.5,0,0,,5,0,no,passed,infrastructure error,,\r\n",
                new GradeSheet().render(List.of(ResultFixture.undecided("bob"))));
    }

    @Test
    void namesAreNeverFormulas() {
        assertEquals(
                HEADINGS
                        + "eve,\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\",'@7,'\t+e@x.edu,5,0,0,5,5,0,yes,passed,passed,,\r\n",
                new GradeSheet()
                        .render(List.of(ResultFixture.ownedBy(
                                ResultFixture.passed("eve"), "=HYPERLINK(\"http://x\",\"y\")", "@7", "\t+e@x.edu"))));
    }
}
