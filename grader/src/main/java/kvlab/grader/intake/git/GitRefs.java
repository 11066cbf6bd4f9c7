package kvlab.grader.intake.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The branches of a repository, parsed from its files, because git would read the configuration first. */
final class GitRefs {

    private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");
    private static final String TO_BRANCH = "ref: refs/heads/";
    private static final int MAX_BYTES = 4 << 20;
    private static final int MAX_BRANCHES = 1000;
    private static final int MAX_DEPTH = 10;

    private final Path repository;

    GitRefs(Path repository) {
        this.repository = repository;
    }

    /**
     * The commit at the tip of a branch: the local branch, or else the remote-tracking branch, since a clone has only
     * the default branch as a local one.
     */
    Optional<String> tip(String branch) throws IOException {
        Map<String, String> packed = packed();
        for (String place : new String[] {"refs/heads/", "refs/remotes/origin/"}) {
            String loose = text(repository.resolve(place + branch)).strip();
            String found = COMMIT.matcher(loose).matches() ? loose : packed.get(place + branch);
            if (found != null) {
                return Optional.of(found);
            }
        }
        return Optional.empty();
    }

    /** The branch that is checked out; in a bare repository, the default branch. */
    Optional<String> current() throws IOException {
        String head = text(repository.resolve("HEAD")).strip();
        return head.startsWith(TO_BRANCH) ? Optional.of(head.substring(TO_BRANCH.length())) : Optional.empty();
    }

    /** The boundary commits of a shallow clone, one per line. */
    String shallow() throws IOException {
        return text(repository.resolve("shallow"))
                .lines()
                .filter(line -> COMMIT.matcher(line).matches())
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    /** The names of local and remote-tracking branches, without {@code HEAD}. */
    Stream<String> branches() throws IOException {
        TreeMap<String, String> all = new TreeMap<>(packed());
        for (String place : new String[] {"refs/heads", "refs/remotes/origin"}) {
            Path directory = repository.resolve(place);
            if (Files.isDirectory(directory, LinkOption.NOFOLLOW_LINKS)) {
                try (Stream<Path> files = Files.walk(directory, MAX_DEPTH)) {
                    files.filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                            .limit(MAX_BRANCHES)
                            .forEach(file -> all.put(repository.relativize(file).toString(), ""));
                }
            }
        }
        return all.keySet().stream()
                .map(name -> name.replaceFirst("^refs/(heads|remotes/origin)/", ""))
                .filter(name -> !name.startsWith("refs/") && !name.equals("HEAD"))
                .distinct();
    }

    private Map<String, String> packed() throws IOException {
        Map<String, String> refs = new TreeMap<>();
        text(repository.resolve("packed-refs")).lines().forEach(line -> {
            String[] parts = line.split(" ", 2);
            if (parts.length == 2 && COMMIT.matcher(parts[0]).matches()) {
                refs.put(parts[1], parts[0]);
            }
        });
        return refs;
    }

    private static String text(Path file) throws IOException {
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "";
        }
        try (InputStream in = Files.newInputStream(file, LinkOption.NOFOLLOW_LINKS)) {
            return new String(in.readNBytes(MAX_BYTES), StandardCharsets.UTF_8);
        }
    }
}
