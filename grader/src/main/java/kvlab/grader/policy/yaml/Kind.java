package kvlab.grader.policy.yaml;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import kvlab.grader.check.ApiName;
import kvlab.grader.policy.DataSize;
import kvlab.grader.policy.Percent;
import kvlab.grader.policy.Points;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeType;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/**
 * A type of value in policy files: its name in messages and its parser.
 *
 * @param expected completes "expected ..."
 * @param quotable whether it may be in quotes
 * @param reading the parser; empty if the text is not such a value
 */
record Kind<T>(String expected, boolean quotable, Function<String, Optional<T>> reading) {

    private static final int MAX_SHOWN_LENGTH = 40;
    private static final int MAX_TITLE_LENGTH = 200;
    private static final BigDecimal MAX_POINTS = BigDecimal.valueOf(1_000_000);
    private static final int MAX_DECIMALS = 6;
    private static final Pattern MEASURE = Pattern.compile("([0-9]{1,6}) ?([A-Za-z]+)");

    private static final Map<String, LongFunction<Duration>> TIMES =
            Map.of("s", Duration::ofSeconds, "min", Duration::ofMinutes, "h", Duration::ofHours, "d", Duration::ofDays);
    private static final Map<String, LongFunction<DataSize>> SIZES =
            Map.of("KiB", DataSize::kibibytes, "MiB", DataSize::mebibytes, "GiB", DataSize::gibibytes);

    static final Kind<String> NAME = text(
            "a short name of letters, digits, '-' and '_', such as core-lab",
            text -> matching("[A-Za-z0-9][A-Za-z0-9_-]{0,79}", text));

    static final Kind<String> TITLE = text(
            "one line of text",
            text -> Optional.of(text)
                    .filter(line -> !line.isBlank()
                            && line.length() <= MAX_TITLE_LENGTH
                            && line.chars().noneMatch(Character::isISOControl)));

    static final Kind<String> SECRET = text(
            "16 to 200 characters that nobody can guess, such as what `openssl rand -hex 16` prints",
            text -> matching("\\p{Graph}{16,200}", text));

    static final Kind<String> BRANCH = text(
            "the name of a git branch, such as lab-kv-solution",
            text -> matching("[A-Za-z0-9_][A-Za-z0-9_./-]*", text)
                    .filter(name -> !name.contains("..") && !name.endsWith("/") && !name.endsWith(".lock")));

    static final Kind<String> FOLDER = text(
            "the path of a folder in a repository, such as labs/kv",
            text -> matching("[A-Za-z0-9_][A-Za-z0-9_./-]*", text)
                    .filter(name -> !name.contains("..") && !name.endsWith("/")));

    static final Kind<String> FILE = text(
            "the name of a file without a directory, such as KvServer.java or Store*.java",
            text -> matching("[A-Za-z0-9_*][A-Za-z0-9_.*-]*", text));

    static final Kind<ApiName> API = text(
            "a package (java.util.zip.*), a class (java.util.Random), or a member (java.lang.Thread#sleep)",
            ApiName::parse);

    static final Kind<BigDecimal> POINTS = plain(
            "a number from 0 to " + MAX_POINTS + " with at most " + MAX_DECIMALS + " decimals, such as 5 or 2.5",
            text -> decimal(text).filter(points -> points.compareTo(MAX_POINTS) <= 0));

    static final Kind<Percent> PERCENT = plain(
            "a percentage from 0 to 100 without the sign, such as 10",
            text -> decimal(text)
                    .filter(value -> value.compareTo(Percent.ALL.value()) <= 0)
                    .map(Percent::new));

    /** Bounded so that the seeds after it do not overflow. */
    static final Kind<Long> SEED = whole("a whole number", Long.MIN_VALUE / 2, Long.MAX_VALUE / 2);

    static final Kind<Boolean> FLAG = choice(Map.of("true", true, "false", false));

    static final Kind<ZoneId> ZONE = text(
            "a time zone by its place, such as Europe/Zurich or America/New_York",
            text -> matching("[A-Za-z_]+(/[A-Za-z0-9_+-]+)*", text).flatMap(name -> known(name, ZoneId::of)));

    static final Kind<LocalDateTime> LOCAL_TIME = text(
            "a date and time such as 2026-12-04 23:59",
            text -> matching("[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?", text)
                    .flatMap(time -> known(time.replace(' ', 'T'), LocalDateTime::parse)));

    static final Kind<Duration> DURATION =
            text("a time such as 30 s, 10 min, 2 h or 1 d", text -> measure(text, TIMES));

    static final Kind<DataSize> SIZE = text("a size such as 256 MiB, 64 KiB or 1 GiB", text -> measure(text, SIZES));

    /** A type whose values may be quoted. */
    private static <T> Kind<T> text(String expected, Function<String, Optional<T>> reading) {
        return new Kind<>(expected, true, reading);
    }

    private static <T> Kind<T> plain(String expected, Function<String, Optional<T>> reading) {
        return new Kind<>(expected, false, reading);
    }

    /** Whole numbers within inclusive bounds. */
    static Kind<Long> whole(String what, long from, long to) {
        return plain(
                what + " from " + from + " to " + to,
                text -> matching("-?[0-9]{1,20}", text)
                        .map(BigInteger::new)
                        .filter(number -> number.bitLength() < Long.SIZE)
                        .map(BigInteger::longValue)
                        .filter(number -> from <= number && number <= to));
    }

    /** Whole numbers of type {@code int} within inclusive bounds. */
    static Kind<Integer> count(String what, int from, int to) {
        Kind<Long> whole = whole(what, from, to);
        return plain(whole.expected, text -> whole.reading.apply(text).map(Math::toIntExact));
    }

    /** A constant of an enum, in lower case with hyphens. */
    static <E extends Enum<E>> Kind<E> choice(Class<E> type) {
        return choice(Arrays.stream(type.getEnumConstants())
                .collect(Collectors.toMap(
                        constant -> constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant -> constant)));
    }

    /** One of some words. */
    static <T> Kind<T> choice(Map<String, T> words) {
        return text(
                "one of " + words.keySet().stream().sorted().collect(Collectors.joining(", ")),
                text -> Optional.ofNullable(words.get(text)));
    }

    Optional<T> read(Node node) {
        return node instanceof ScalarNode scalar && !isNothing(scalar) && (quotable || scalar.isPlain())
                ? reading.apply(scalar.getValue())
                : Optional.empty();
    }

    /** The content of a node, for messages. */
    static String shown(Node node) {
        if (node.getNodeType() == NodeType.MAPPING) {
            return "keys and values";
        } else if (node instanceof ScalarNode scalar) {
            if (isNothing(scalar)) {
                return "nothing";
            }
            String text = scalar.getValue();
            String start = text.codePointCount(0, text.length()) <= MAX_SHOWN_LENGTH
                    ? text
                    : text.substring(0, text.offsetByCodePoints(0, MAX_SHOWN_LENGTH)) + " ...";
            String safe = start.replaceAll("[\\p{Cc}\\p{Cf}]", "?");
            return scalar.isPlain() ? safe : "the text \"" + safe + "\" in quotes";
        }
        return "a list";
    }

    private static boolean isNothing(ScalarNode scalar) {
        return scalar.isPlain()
                && (scalar.getValue().isEmpty() || scalar.getValue().equals("null"));
    }

    private static Optional<BigDecimal> decimal(String text) {
        return matching("[0-9]{1,9}(\\.[0-9]{1,9})?", text)
                .map(BigDecimal::new)
                .filter(number -> Points.normal(number).scale() <= MAX_DECIMALS);
    }

    /** Empty if the zone or time does not exist. */
    private static <T> Optional<T> known(String text, Function<String, T> parse) {
        try {
            return Optional.of(parse.apply(text));
        } catch (DateTimeException unknown) {
            return Optional.empty();
        }
    }

    private static <T> Optional<T> measure(String text, Map<String, LongFunction<T>> units) {
        Matcher matcher = MEASURE.matcher(text);
        return matcher.matches()
                ? Optional.ofNullable(units.get(matcher.group(2)))
                        .map(unit -> unit.apply(Long.parseLong(matcher.group(1))))
                : Optional.empty();
    }

    private static Optional<String> matching(String pattern, String text) {
        return text.matches(pattern) ? Optional.of(text) : Optional.empty();
    }
}
