package kvlab.grader.execute.inspect;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import kvlab.grader.check.Compilation;
import kvlab.grader.check.SubmissionClassLoader;
import kvlab.grader.check.SubmissionCompiler;
import kvlab.grader.intake.SourceFile;
import org.junit.jupiter.api.Test;

class CoverageMeterTest {

    private static final String SIGN = """
            package lab;

            public class Sign implements java.util.function.IntUnaryOperator {
                public int applyAsInt(int x) {
                    if (x < 0) {
                        int less = x;

                        return -1;
                    }
                    return x > 0 ? 1 : 0;
                }
            }
            """;

    private static final String IDLE = """
            package lab;

            class Idle {
                int one() {
                    return 1;
                }
            }
            """;

    @Test
    void linesAndBranchesThatRanAreToldFromThoseThatDidNot() throws Exception {
        Map<String, byte[]> classes = compiled(new SourceFile("Sign.java", SIGN), new SourceFile("Idle.java", IDLE));
        try (CoverageMeter meter = CoverageMeter.start(classes)) {
            IntUnaryOperator sign = (IntUnaryOperator) new SubmissionClassLoader(meter.counting())
                    .loadClass("lab.Sign")
                    .getDeclaredConstructor()
                    .newInstance();
            assertEquals(1, sign.applyAsInt(5));
            assertEquals(0, sign.applyAsInt(0));
            assertEquals(
                    new Coverage(
                            new Coverage.Share(3, 7),
                            new Coverage.Share(3, 4),
                            List.of(
                                    new Coverage.OfFile(
                                            "Idle.java",
                                            new Coverage.Share(0, 2),
                                            new Coverage.Share(0, 0),
                                            List.of(new Coverage.Range(3, 5))),
                                    new Coverage.OfFile(
                                            "Sign.java",
                                            new Coverage.Share(3, 5),
                                            new Coverage.Share(3, 4),
                                            List.of(new Coverage.Range(6, 8))))),
                    meter.measured());
        }
    }

    private static Map<String, byte[]> compiled(SourceFile... sources) {
        return assertInstanceOf(Compilation.Compiled.class, new SubmissionCompiler().compile(List.of(sources)))
                .classes();
    }
}
