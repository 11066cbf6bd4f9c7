package kvlab.grader.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import kvlab.diagnostic.Diagnostic;
import kvlab.grader.check.AllowList;
import kvlab.grader.check.Checked;
import kvlab.grader.check.Compilation;
import kvlab.grader.check.Rules;
import kvlab.grader.check.SubmissionCompiler;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.intake.Intake;
import kvlab.grader.intake.IntakeResult;
import kvlab.submission.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Sources with words left out, doubled, swapped and nested, and with odd bytes: whatever they are, intake, compiler and
 * rules each answer with a value.
 */
class MangledSourcesIT {

    private static final int CASES = Integer.getInteger("fuzz.cases", 300);
    private static final Corpus CORPUS = new Corpus(Path.of(".."));
    private static final List<String> WRONG = List.of("put-appends", "throws");
    private static final List<Path> MODELS = List.of(
            Attack.HOME.resolve("bytecode").resolve("enum-field"),
            Attack.HOME.resolve("bytecode").resolve("own-class-loader"),
            Attack.HOME.resolve("runtime").resolve("hostile-hash-and-equals"));
    private static final List<String> ODD = List.of(
            "\\u0022",
            "\\u007d",
            "\\u000a",
            "\\uD800",
            "\\u00",
            "/*",
            "*/",
            "\"\"\"",
            "'",
            "\"",
            "\u0000",
            "\u001a",
            "\ufeff",
            "\ud83d\ude00",
            "@interface A {}",
            "sealed",
            "record",
            "->",
            "::",
            "<?>",
            "<<",
            "static",
            "native",
            "enum",
            "package kvlab.api;",
            "import java.lang.reflect.*;",
            "System::exit",
            "switch",
            "yield",
            "0x1p1023",
            "1e999");

    private enum Outcome {
        NO_SUBMISSION,
        DOES_NOT_COMPILE,
        BREAKS_THE_RULES,
        MAY_RUN
    }

    @TempDir
    private Path directory;

    @Test
    @Timeout(value = 60, unit = TimeUnit.MINUTES)
    void everyMangledSourceEndsAsAValue() throws IOException {
        List<String> models = new ArrayList<>();
        for (String name : WRONG) {
            models.add(CORPUS.entry("wrong", name).source("KvServer.java").orElseThrow());
        }
        for (Path model : MODELS) {
            models.add(Files.readString(model.resolve("KvServer.java")));
        }
        Map<Outcome, Long> outcomes = IntStream.range(0, CASES)
                .parallel()
                .mapToObj(seed -> outcome(seed, models.get(seed % models.size())))
                .collect(Collectors.groupingBy(outcome -> outcome, Collectors.counting()));
        assertEquals(
                CASES, outcomes.values().stream().mapToLong(Long::longValue).sum());
        for (Outcome outcome : List.of(Outcome.DOES_NOT_COMPILE, Outcome.BREAKS_THE_RULES, Outcome.MAY_RUN)) {
            assertTrue(outcomes.getOrDefault(outcome, 0L) > 0, "all ends are reached: " + outcomes);
        }
    }

    private Outcome outcome(int seed, String model) {
        try {
            Path submission = Files.createDirectory(directory.resolve("s" + seed));
            Files.write(submission.resolve("KvServer.java"), mangled(model, new Random(seed)));
            return outcome(new Intake().read(submission));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (RuntimeException | Error e) {
            throw new AssertionError("seed " + seed, e);
        }
    }

    private static Outcome outcome(IntakeResult result) {
        assertFalse(result instanceof IntakeResult.NotRead, result::toString);
        if (!(result instanceof IntakeResult.Received received)) {
            return Outcome.NO_SUBMISSION;
        }
        Compilation compilation =
                new SubmissionCompiler().compile(received.submission().files());
        if (compilation instanceof Checked.DoesNotCompile failed) {
            assertEquals(
                    1,
                    failed.reason().message().lines().count(),
                    failed.reason().message());
            failed.errors().forEach(error -> assertFalse(error.rendered().isEmpty()));
            return Outcome.DOES_NOT_COMPILE;
        }
        Map<String, byte[]> classes = ((Compilation.Compiled) compilation).classes();
        List<Diagnostic> findings = new Rules(AllowList.standard()).findings(classes, Set.of(Part.SERVER));
        return findings.isEmpty() ? Outcome.MAY_RUN : Outcome.BREAKS_THE_RULES;
    }

    private static byte[] mangled(String source, Random random) {
        List<String> words = new ArrayList<>(Arrays.asList(source.split("(?<=\\W)|(?=\\W)")));
        for (int change = random.nextInt(3); change >= 0; change--) {
            int at = random.nextInt(words.size());
            int other = random.nextInt(words.size());
            switch (random.nextInt(9)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, words.get(at));
                case 2 -> Collections.swap(words, at, other);
                case 3 -> words.set(at, words.get(other));
                case 4 -> words.add(at, ODD.get(random.nextInt(ODD.size())));
                case 5 -> words.set(at, nested(words.get(at), random));
                case 6 ->
                    words.subList(Math.min(at, other), Math.min(words.size(), Math.min(at, other) + 30))
                            .clear();
                case 7 -> words.set(at, escaped(words.get(at)));
                default -> words.set(at, words.get(at).toUpperCase(Locale.ROOT));
            }
            if (words.isEmpty()) {
                words.add("");
            }
        }
        byte[] bytes = String.join("", words).getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0 && bytes.length > 0) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt();
        }
        return bytes;
    }

    private static String nested(String word, Random random) {
        String pair = List.of("()", "{}", "[]", "<>").get(random.nextInt(4));
        int depth = 1 << random.nextInt(14);
        return pair.substring(0, 1).repeat(depth) + word + pair.substring(1).repeat(depth);
    }

    private static String escaped(String word) {
        return word.chars()
                .mapToObj(c -> String.format(Locale.ROOT, "\\u%04x", c))
                .collect(Collectors.joining());
    }
}
