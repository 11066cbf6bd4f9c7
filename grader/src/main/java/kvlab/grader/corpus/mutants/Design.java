package kvlab.grader.corpus.mutants;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kvlab.grader.corpus.CorpusEntry;
import kvlab.grader.intake.SourceFile;
import kvlab.submission.Part;
import org.pitest.mutationtest.engine.MutationDetails;

/** One file of a correct design, of which mutants are made. */
final class Design {

    /** What PIT makes a method return. */
    private static final Pattern RETURNED = Pattern.compile("replaced .*return.* with (?<value>\\S+) for");

    private final CorpusEntry entry;
    private final Part part;
    private final SourceFile file;
    private final MutantCompiler compiler = new MutantCompiler();

    /** Those of all files. */
    private final Map<String, byte[]> classes;

    /** Those of this file, which does not need the others. */
    private final Map<String, byte[]> ownClasses;

    private final List<Candidate> candidates;

    /** A change that may not compile, and may come to nothing. */
    private record Candidate(Change change, Supplier<Optional<Map<String, byte[]>>> changedClasses) {}

    /** @param part the part of the design to change, which it must have */
    Design(CorpusEntry entry, Part part) {
        this.entry = entry;
        this.part = part;
        file = entry.files().stream()
                .filter(each -> each.name().equals(fileName(part)))
                .findFirst()
                .orElseThrow();
        classes = compiler.compile(entry.files()).orElseThrow(this::broken);
        ownClasses = compiler.compile(List.of(file)).orElseThrow(this::broken);
        candidates = Stream.concat(sourceCandidates(), pitCandidates().stream()).toList();
    }

    private IllegalStateException broken() {
        return new IllegalStateException(entry + " does not compile");
    }

    /** The designs that have this part of their own. */
    static List<Design> of(List<CorpusEntry> entries, Part part) {
        return entries.stream()
                .filter(entry -> entry.own().contains(fileName(part)))
                .map(entry -> new Design(entry, part))
                .toList();
    }

    private static String fileName(Part part) {
        return part.simpleName() + ".java";
    }

    String name() {
        return entry.name();
    }

    Part part() {
        return part;
    }

    /** Every change that can be made, also those that do not compile. */
    List<Change> changes() {
        return candidates.stream().map(Candidate::change).toList();
    }

    /** The design as it is, as a mutant without a change. */
    Mutant unchanged() {
        return new Mutant(new Change(name(), file.name(), 1, "", "no change", List.of()), part, suites(), classes);
    }

    /**
     * Makes the mutants, one when it is asked for: each change that compiles to something that the design, and each earlier
     * mutant, is not.
     *
     * @param every which share of the changes to make: one of so many
     */
    Stream<Mutant> mutants(int every) {
        Set<String> known = new HashSet<>();
        known.add(Fingerprint.of(classes));
        return IntStream.range(0, candidates.size())
                .filter(i -> i % every == 0)
                .mapToObj(candidates::get)
                .flatMap(candidate -> candidate.changedClasses().get().stream()
                        .filter(changed -> known.add(Fingerprint.of(changed)))
                        .map(changed -> new Mutant(candidate.change(), part, suites(), changed)));
    }

    /** What is right for the core suite alone is tested by that alone; a server under any Raft must work as well. */
    private List<String> suites() {
        return switch (part) {
            case SERVER -> entry.suites().contains("extended") ? List.of("core", "extended") : List.of("core");
            case CLERK -> List.of("extended");
            case RAFT -> List.of("raft", "core", "extended");
        };
    }

    private Stream<Candidate> sourceCandidates() {
        ParsedSource source = ParsedSource.of(file);
        return SourceMutations.of(source).stream()
                .map(edit -> new Candidate(
                        new Change(
                                name(),
                                file.name(),
                                source.line(edit.start()),
                                edit.member(),
                                edit.operator(),
                                edit.diff(file.text())),
                        () -> compiler.compile(List.of(new SourceFile(file.name(), edit.applyTo(file.text()))))
                                .map(this::withTheOthers)));
    }

    private Map<String, byte[]> withTheOthers(Map<String, byte[]> changed) {
        Map<String, byte[]> all = new TreeMap<>(classes);
        all.keySet().removeAll(ownClasses.keySet());
        all.putAll(changed);
        return all;
    }

    private List<Candidate> pitCandidates() {
        List<String> lines = file.text().lines().toList();
        PitMutations pit = new PitMutations(ownClasses);
        Map<String, Integer> sameOnLine = new HashMap<>();
        List<Candidate> found = new ArrayList<>();
        for (MutationDetails mutation : pit.all()) {
            String line = lines.get(Math.max(0, mutation.getLineNumber() - 1)).strip();
            String what = withoutLambdaNumbers(mutation.getDescription());
            if (isGenerated(line) || changesNothing(line, what)) {
                continue;
            }
            int times = sameOnLine.merge(mutation.getLineNumber() + what, 1, Integer::sum);
            Change change = new Change(
                    name(),
                    file.name(),
                    mutation.getLineNumber(),
                    member(mutation.getMethod()),
                    "PIT",
                    List.of("- " + line, "+ PIT: " + what + (times == 1 ? "" : ", at the place number " + times)));
            found.add(new Candidate(change, () -> {
                Map<String, byte[]> changed = new TreeMap<>(classes);
                changed.put(mutation.getClassName().asJavaName(), pit.classFile(mutation));
                return Optional.of(changed);
            }));
        }
        return found;
    }

    /** PIT as a library also puts false in the place of false. */
    private static boolean changesNothing(String line, String what) {
        Matcher returned = RETURNED.matcher(what);
        return returned.find() && line.startsWith("return " + returned.group("value"));
    }

    /** A record's accessors stand on the line of its header. */
    private static boolean isGenerated(String line) {
        return line.matches("(private |public |static |final )*(record|enum) .*");
    }

    /** A lambda is part of the method around it. */
    private static String member(String method) {
        return withoutLambdaNumbers(method).replaceFirst("^a lambda of ", "");
    }

    /** Compilers number lambdas differently. */
    private static String withoutLambdaNumbers(String text) {
        return text.replaceFirst("lambda\\$(\\w+)\\$\\d+", "a lambda of $1");
    }
}
