package kvlab.grader.corpus.mutants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.grader.corpus.Corpus;
import kvlab.grader.corpus.MalformedEntryException;

/**
 * The mutants that are right as well, each with the reason: under the contract nobody can tell them from the design. They
 * are known by what was changed, not by the line, so that other edits of a design do not matter:
 *
 * <pre>
 * solution, reference: KvServer.java in agreeOn
 * - private static final Duration COMMIT_TIMEOUT = Duration.ofMillis(500);
 * + private static final Duration COMMIT_TIMEOUT = Duration.ofMillis(5000);
 * because: the contract sets no limit to how long a handler waits.
 * </pre>
 */
final class Equivalents {

    /** The path of the records, relative to the kit's home. */
    static final String PLACE = Corpus.PLACE + "/mutants/equivalent.txt";

    private static final String BECAUSE = "because: ";
    private static final Pattern HEADING =
            Pattern.compile("(?<designs>[\\w-]+(, [\\w-]+)*): (?<file>\\w+\\.java) in (?<member>\\S*)");

    private final List<Known> records;

    private Equivalents(List<Known> records) {
        this.records = List.copyOf(records);
    }

    /** One record. */
    record Known(int line, List<String> designs, String file, String member, List<String> diff, String reason) {

        boolean is(Change change) {
            return designs.contains(change.design())
                    && file.equals(change.file())
                    && member.equals(change.member())
                    && diff.equals(change.diff());
        }

        @Override
        public String toString() {
            return PLACE + ":" + line;
        }
    }

    /**
     * Reads the records of a kit; a kit without any has none.
     *
     * @param home the top of the kit
     * @throws MalformedEntryException if a record cannot be understood
     */
    static Equivalents read(Path home) {
        Path file = home.resolve(PLACE);
        try {
            return Files.exists(file) ? parse(Files.readAllLines(file)) : new Equivalents(List.of());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Records are separated by empty lines; lines that begin with # are comments. */
    static Equivalents parse(List<String> lines) {
        List<Known> records = new ArrayList<>();
        List<String> block = new ArrayList<>();
        for (int i = 0; i <= lines.size(); i++) {
            String line = i < lines.size() ? lines.get(i).strip() : "";
            if (line.isEmpty() && !block.isEmpty()) {
                records.add(record(i - block.size() + 1, block));
                block.clear();
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                block.add(line);
            }
        }
        return new Equivalents(records);
    }

    private static Known record(int number, List<String> block) {
        Matcher heading = HEADING.matcher(block.get(0));
        int diffEnd = 1;
        while (diffEnd < block.size() && block.get(diffEnd).matches("[-+] .*")) {
            diffEnd++;
        }
        List<String> rest = block.subList(diffEnd, block.size());
        if (!heading.matches() || diffEnd == 1 || rest.isEmpty() || !rest.get(0).startsWith(BECAUSE)) {
            throw new MalformedEntryException(
                    PLACE + ":" + number,
                    "a record is a line \"DESIGN: FILE in METHOD\", lines of a diff, and \"" + BECAUSE
                            + "\" with the reason");
        }
        return new Known(
                number,
                List.of(heading.group("designs").split(", ")),
                heading.group("file"),
                heading.group("member"),
                List.copyOf(block.subList(1, diffEnd)),
                String.join(" ", rest).substring(BECAUSE.length()));
    }

    /** The record of a mutant; empty if there is none. */
    Optional<Known> of(Change change) {
        return records.stream().filter(known -> known.is(change)).findFirst();
    }

    /** The records of these designs that fit none of the changes that can be made to them, each with the design's name. */
    List<String> stale(Collection<Design> designs) {
        List<String> stale = new ArrayList<>();
        for (Design design : designs) {
            List<Change> changes = design.changes();
            for (Known known : records) {
                boolean concerns = known.designs().contains(design.name())
                        && known.file().equals(design.part().simpleName() + ".java");
                if (concerns && changes.stream().noneMatch(known::is)) {
                    stale.add(known + ": there is no such mutant of " + design.name());
                }
            }
        }
        return stale;
    }
}
