package kvlab.grader.report.html;

import java.util.List;
import java.util.regex.Pattern;

/** What failure messages have in common once what differs from seed to seed is taken out. */
final class Blanked {

    static final String GAP = "…";

    /** Messages that begin alike for so long are alike. Also bounds what the patterns have to do. */
    private static final int MAX_LENGTH = 400;

    private record Rule(Pattern what, String by) {}

    private static final List<Rule> RULES = List.of(
            rule("[^\\s(),\"]+\\.(?:zip|tar|gz|tgz|bz2|xz|7z|rar|jar|pdf|docx?)\\b", GAP),
            rule("\"[^\"]*\"", "\"" + GAP + "\""),
            rule("(?<![\\p{L}_])[-+]?\\d+(?:[.:]\\d+)*(?: ?(?:ns|us|µs|ms|s|min|h)\\b)?", GAP),
            rule(GAP + "(?:(?:, | and | or |, and )" + GAP + ")+", GAP),
            rule("\\b(server|client|replica|peer)s " + GAP, "$1 " + GAP));

    private Blanked() {}

    /** Numbers, times, names of archives, and what stands in quotes are gaps, and so are lists of them. */
    static String message(String message) {
        String common = message.length() > MAX_LENGTH ? message.substring(0, MAX_LENGTH) + GAP : message;
        for (Rule rule : RULES) {
            common = rule.what().matcher(common).replaceAll(rule.by());
        }
        return common;
    }

    private static Rule rule(String what, String by) {
        return new Rule(Pattern.compile(what), by);
    }
}
