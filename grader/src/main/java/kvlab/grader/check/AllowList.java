package kvlab.grader.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The classes and members outside of a submission that it may refer to: everything in {@code kvlab.api}, and of Java
 * what is listed. Names of classes are written with dots, nested ones too: {@code java.util.Map.Entry}.
 */
public final class AllowList {

    private static final String API = "kvlab.api";
    private static final String STANDARD = "allowed.txt";

    private final Map<String, Members> allowed;
    private final Map<String, Members> forbidden;

    private AllowList(Map<String, Members> allowed, Map<String, Members> forbidden) {
        this.allowed = allowed;
        this.forbidden = forbidden;
    }

    /** What every lab allows; {@code allowed.txt} beside this class. */
    public static AllowList standard() {
        try (InputStream text = AllowList.class.getResourceAsStream(STANDARD)) {
            return new AllowList(Map.of(), Map.of())
                    .plus(new String(text.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toArray(String[]::new));
        } catch (IOException e) {
            throw new UncheckedIOException(STANDARD + " cannot be read", e);
        }
    }

    /**
     * This list and more: what was allowed stays so.
     *
     * @param lines as in {@code allowed.txt}, but with full names until a line {@code package ...}: for example
     *     {@code java.util.Scanner: new(String) hasNext next}
     * @throws IllegalArgumentException if a line cannot be understood; the message quotes it
     */
    AllowList plus(String... lines) {
        Map<String, Members> more = new TreeMap<>(allowed);
        AllowedLines.read(List.of(lines), (name, members) -> more.merge(name, members, Members::or));
        return new AllowList(more, forbidden);
    }

    /** This list as a policy changes it. A class of which every member is forbidden may not even be named. */
    public AllowList with(ApiRules rules) {
        return new AllowList(merged(allowed, rules.allowed()), merged(forbidden, rules.forbidden()));
    }

    private static Map<String, Members> merged(Map<String, Members> map, List<ApiName> names) {
        Map<String, Members> more = new TreeMap<>(map);
        names.forEach(name -> more.merge(name.type(), name.members(), Members::or));
        return more;
    }

    /** Whether a type may be named at all. */
    boolean allows(String type) {
        return members(type).isPresent();
    }

    /** What is allowed of a type's members; empty if nothing is said of that type. */
    Optional<Members> members(String type) {
        int dot = type.lastIndexOf('.');
        String home = dot < 0 ? "" : type.substring(0, dot);
        if (home.equals(API)) {
            return Optional.of(Members.ALL);
        }
        Optional<Members> not = find(forbidden, type, home);
        return find(allowed, type, home)
                .filter(members -> not.isEmpty() || not.get() != Members.ALL)
                .map(members -> not.map(members::butNot).orElse(members));
    }

    private static Optional<Members> find(Map<String, Members> map, String type, String home) {
        return Stream.of(type, home + ".*")
                .flatMap(name -> Stream.ofNullable(map.get(name)))
                .reduce(Members::or);
    }
}
