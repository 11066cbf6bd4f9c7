package kvlab.grader.check;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.regex.Pattern;
import kvlab.classfile.MemberPattern;

/** Reads lines of an allow-list; {@code allowed.txt} begins with how they are written. */
final class AllowedLines {

    private static final Pattern CLASS = Pattern.compile("(\\w+\\.)*(\\w+|\\*)");
    private static final Pattern MEMBER = Pattern.compile("-?\\w+(\\((\\w+(\\[])*(,\\w+(\\[])*)*)?\\))?");
    private static final String ALL = "*";

    private AllowedLines() {}

    /** @param allowed takes each class by its full name, or a package's name with {@code .*}, and its members */
    static void read(Collection<String> lines, BiConsumer<String, Members> allowed) {
        String home = "";
        for (String line : lines) {
            String text = line.strip();
            if (text.startsWith("package ")) {
                home = text.substring("package ".length()).strip() + ".";
            } else if (!text.isEmpty() && !text.startsWith("#")) {
                int colon = text.indexOf(':');
                Members members = colon < 0 ? Members.ALL : members(words(text.substring(colon + 1)), text);
                for (String name : words(colon < 0 ? text : text.substring(0, colon))) {
                    require(CLASS, name, text);
                    allowed.accept(home + name, members);
                }
            }
        }
    }

    private static Members members(List<String> words, String line) {
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
