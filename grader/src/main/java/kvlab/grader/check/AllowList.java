package kvlab.grader.check;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kvlab.classfile.MemberPattern;

/**
 * The classes and members that a submission may refer to outside its own: all of {@code kvlab.api}, and the listed ones
 * of the Java library. Class names are written with dots, also for nested classes: {@code java.util.Map.Entry}.
 */
public final class AllowList {

    private static final String API = "kvlab.api";
    private static final String STANDARD = "allowed.txt";

    private static final Pattern CLASS = Pattern.compile("(\\w+\\.)*(\\w+|\\*)");
    private static final Pattern MEMBER = Pattern.compile("-?\\w+(\\((\\w+(\\[])*(,\\w+(\\[])*)*)?\\))?");
    private static final String ALL = "*";

    private final Map<String, Members> allowed;
    private final Map<String, Members> forbidden;

    private AllowList(Map<String, Members> allowed, Map<String, Members> forbidden) {
        this.allowed = allowed;
        this.forbidden = forbidden;
    }

    /** The list for every lab, from the resource {@code allowed.txt} of this package. */
    public static AllowList standard() {
        try (InputStream text = AllowList.class.getResourceAsStream(STANDARD)) {
            return new AllowList(Map.of(), Map.of()).plus(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(STANDARD + " cannot be read", e);
        }
    }

    /**
     * This list with additions.
     *
     * @param lines as in {@code allowed.txt}, but with full names until a line {@code package ...}: for example
     *     {@code java.util.Scanner: new(String) hasNext next}
     * @throws IllegalArgumentException if a line is malformed; the message quotes it
     */
    AllowList plus(String lines) {
        Map<String, Members> more = new TreeMap<>(allowed);
        String home = "";
        for (String line : lines.lines().toList()) {
            String text = line.strip();
            if (text.startsWith("package ")) {
                home = text.substring("package ".length()).strip() + ".";
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                int colon = text.indexOf(':');
                Members members = colon < 0 ? Members.ALL : parsed(words(text.substring(colon + 1)), text);
                for (String name : words(colon < 0 ? text : text.substring(0, colon))) {
                    require(CLASS, name, text);
                    more.merge(home + name, members, Members::or);
                }
            }
        }
        return new AllowList(more, forbidden);
    }

    /** This list with a policy's changes. A class whose members are all forbidden may not be named either. */
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

    /** The allowed members of a type; empty if the type is not listed. */
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

    private static Members parsed(List<String> words, String line) {
        boolean all = words.contains(ALL);
        List<String> patterns = words.stream().filter(word -> !word.equals(ALL)).toList();
        patterns.forEach(pattern -> require(MEMBER, pattern, line));
        if (patterns.stream().anyMatch(pattern -> pattern.startsWith("-") != all)) {
            throw new IllegalArgumentException("\"" + line + "\": write either the members that are allowed, or * and"
                    + " then, with a minus sign, those that are not");
        }
        List<MemberPattern> members = patterns.stream()
                .map(pattern -> new MemberPattern(all ? pattern.substring(1) : pattern))
                .toList();
        return all ? Members.except(members) : Members.only(members);
    }

    private static void require(Pattern form, String word, String line) {
        if (!form.matcher(word).matches()) {
            throw new IllegalArgumentException("\"" + line + "\": \"" + word
                    + "\" is no name; a line is like java.util.Scanner: new(String) hasNext next");
        }
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toList();
    }
}
