package kvlab.workload;

import java.util.List;
import java.util.function.BiFunction;
import kvlab.sim.Randomness;

/**
 * A kind of strings that differ, and that one kind of bug takes for equal, or takes apart at the wrong place. Each is made
 * around a stem, so that a schedule can have the same family twice.
 */
enum Family {
    /** Nothing to confuse. */
    PLAIN((stem, random) -> List.of(stem, stem + ".b", stem + ".c")),

    /** One string, and what each kind of bug takes for it: the first is within reach of every other. */
    VARIANTS((stem, random) -> {
        if (random.nextInt(4) == 0) {
            String number = digits(stem);
            return List.of(number, "0" + number, number + ".0", "+" + number, number + " ", "-" + number, number + "0");
        }
        String plain = "Aa" + stem + "\u00e9";
        return List.of(
                plain,
                "aA" + stem + "\u00e9",
                "BB" + stem + "\u00e9",
                plain + " ",
                (random.nextBoolean() ? "\t" : " ") + plain,
                "Aa" + stem + "e\u0301",
                "Aa" + stem + "\u00e8",
                "\u0141a" + stem + "\u00e9",
                plain + Separators.EACH_TWICE);
    }),

    /** Equal up to case, also beyond ASCII: the Kelvin sign is an upper case k. */
    CASE((stem, random) -> List.of(stem + "key", stem + "KEY", stem + "Key", stem + "\u212aey", stem + "kEy")),

    /** Equal without the blanks at the ends, or in between. */
    BLANKS((stem, random) -> List.of(
            stem,
            " " + stem,
            stem + " ",
            stem + "  ",
            "\t" + stem,
            stem + "\n",
            stem + "\u2003",
            " ".repeat(stem.length()))),

    /** The same characters, separated in other places, by what programs use to pack fields into one string. */
    SEPARATORS((stem, random) -> {
        String separator = switch (random.nextInt(4)) {
            case 0 -> Separators.EACH;
            case 1 -> Separators.EACH_TWICE;
            default -> oneOf(random, ",", ":", "|", ";", "/", "-", "=", "_", "#", "\t", "\n", "\0", " ");
        };
        return List.of(
                stem + separator + "a",
                stem + separator,
                separator + stem,
                stem + separator + "a" + separator + "b",
                stem + separator + separator + "a",
                separator + stem + separator,
                stem);
    }),

    /** Equal {@code String.hashCode}. */
    HASH_CODES((stem, random) -> List.of(stem + "AaAa", stem + "BBBB", stem + "AaBB", stem + "BBAa", stem + "C#Aa")),

    /** Each the beginning or the end of another, or all equal if they are cut somewhere. */
    PREFIXES((stem, random) -> {
        if (random.nextBoolean()) {
            return List.of(stem, stem + "a", stem + "ab", stem + "aba", "a" + stem, stem + stem);
        }
        String rest = "x".repeat(1 << (3 + random.nextInt(6)));
        return List.of(
                stem + rest + "a", stem + rest + "b", stem + rest, stem + rest + "ab", rest + stem, rest + "y" + stem);
    }),

    /** Equal when normalised, converted to ASCII, or shown. */
    UNICODE((stem, random) -> switch (random.nextInt(3)) {
        case 0 -> List.of(stem + "\u00e9", stem + "e\u0301", stem + "e");
        case 1 -> List.of("\u202e" + stem, stem + "\u200b", "\ufeff" + stem, stem + "\u00a0", stem);
        default -> List.of("\u05e9" + stem, "\u65e5" + stem, "\u00df" + stem, "ss" + stem);
    }),

    /** Equal when cut to bytes, or to the first half of a surrogate pair. */
    WIDE_CHARACTERS((stem, random) -> random.nextBoolean()
            ? List.of("\ud83d\ude00" + stem, "\ud83d\ude01" + stem, "\ud83d\ude02" + stem)
            : List.of(stem + "\u0141", stem + "A", stem + "\u0241")),

    /** Numbers as text: equal as numbers. */
    NUMBERS((stem, random) -> {
        String number = digits(stem);
        return List.of(
                number,
                "0" + number,
                number + ".0",
                "-" + number,
                "+" + number,
                number + "e0",
                number + "L",
                number + "00",
                "0x" + number);
    }),

    /** Words that a program gives a meaning. */
    WORDS((stem, random) -> {
        String mark = random.nextInt(3) == 0 ? stem : "";
        return List.of(
                "null" + mark,
                "get" + mark,
                "put" + mark,
                "append" + mark,
                "" + mark,
                "true" + mark,
                "0" + mark,
                "-1" + mark,
                "SUCCESS" + mark,
                "NOT_LEADER" + mark,
                "TIMEOUT" + mark,
                "NaN" + mark);
    }),

    /** What a program writes: other operations, records, JSON, formats, patterns. */
    LOOKALIKES((stem, random) -> List.of(
            "put(\"" + stem + "\", \"v\")",
            "append " + stem + " v",
            "put," + stem + ",v",
            "Put[key=" + stem + ", value=v]",
            "RequestId[client=1, sequence=" + stem.length() + "] " + stem,
            "{\"op\":\"get\",\"key\":\"" + stem + "\"}",
            "[" + stem + ", v]",
            stem + "%s%n%1$d",
            stem + "\\n\\u0041\\",
            ".*" + stem + "$1",
            "<b>" + stem + "</b>&amp;",
            "'" + stem + "'; --",
            stem + "\r\n" + stem));

    /** What programs put between fields, in one string. */
    private static final class Separators {
        static final String EACH = ",:;|/=-_#&~\t\n\0 ";
        static final String EACH_TWICE = ",,::;;||//==--__##\t\t\n\n\0\0  ";
    }

    private static final Family[] ALL = values();

    private final BiFunction<String, Randomness.Stream, List<String>> members;

    Family(BiFunction<String, Randomness.Stream, List<String>> members) {
        this.members = members;
    }

    /** Different strings of this family. */
    List<String> members(String stem, Randomness.Stream random) {
        return members.apply(stem, random);
    }

    /** A stem has a letter before its digits, or none. */
    private static String digits(String stem) {
        return Character.isDigit(stem.charAt(0)) ? stem : stem.substring(1);
    }

    /** One of all families. */
    static Family any(Randomness.Stream random) {
        return ALL[random.nextInt(ALL.length)];
    }

    /** One of some choices. */
    static String oneOf(Randomness.Stream random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
