package kvlab.grader.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.intake.SourceFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SourceLimitsTest {
    private static final String HEAD = "package lab;\n\n";

    @ParameterizedTest
    @ValueSource(strings = {"class", "interface", "abstract class", "\\u0063lass"})
    void aDeepHierarchyIsRefused(String keyword) {
        assertEquals(
                "compile.hierarchy-too-deep",
                exceeded(chain(51, keyword)).orElseThrow().code());
        assertEquals(Optional.empty(), exceeded(chain(50, keyword)));
    }

    @Test
    void theOrderOfDeclarationsDoesNotMatter() {
        String reversed = IntStream.rangeClosed(1, 51)
                .map(n -> 52 - n)
                .mapToObj(n -> "class C" + n + " extends C" + (n - 1) + " {}\n")
                .collect(Collectors.joining());
        assertEquals(
                "compile.hierarchy-too-deep", exceeded(reversed).orElseThrow().code());
    }

    @Test
    void manyClassesBesideEachOtherAreNotDeep() {
        assertEquals(Optional.empty(), exceeded(classes(2_000, n -> "class C" + n + " extends Base {}")));
    }

    @Test
    void aCircleIsLeftToTheCompiler() {
        assertEquals(Optional.empty(), exceeded("class A extends B {}\nclass B extends A {}\n"));
    }

    @Test
    void aWordBeyondAllBoundsIsRefusedWithItsLine() {
        Diagnostic why = exceeded("\n\nclass " + "x".repeat(4_097) + " {}").orElseThrow();
        assertTrue(why.message().startsWith("KvServer.java:5 has a word of 4097 characters"), why.message());
        assertEquals(Optional.empty(), exceeded("class " + "x".repeat(4_096) + " {}"));
    }

    private static String chain(int depth, String keyword) {
        return classes(depth, n -> keyword + " C" + n + "<T> extends C" + (n - 1) + "<T> {}");
    }

    private static String classes(int count, IntFunction<String> each) {
        return IntStream.rangeClosed(1, count).mapToObj(each).collect(Collectors.joining("\n"));
    }

    private static Optional<Diagnostic> exceeded(String text) {
        return SourceLimits.exceeded(List.of(new SourceFile("KvServer.java", HEAD + text)));
    }
}
