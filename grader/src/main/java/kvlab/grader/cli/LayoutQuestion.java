package kvlab.grader.cli;

import java.io.Console;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import kvlab.grader.intake.Layout;
import kvlab.grader.intake.Uploads;

/** Says what paths were taken for. Where that is not certain, a person must agree, on a terminal or by an option. */
final class LayoutQuestion {

    private static final int MAX_NAMED = 3;

    private final Uploads uploads;
    private final boolean agreed;

    /** @param agreed whether the person has agreed by an option */
    LayoutQuestion(Uploads uploads, boolean agreed) {
        this.uploads = uploads;
        this.agreed = agreed;
    }

    /**
     * Prints one line for each folder of a class; a question goes to standard error.
     *
     * @throws WrongUseException if a path cannot be graded, or it is not certain what it is and nobody has agreed
     */
    void settle(PrintStream out) {
        List<String> problems = uploads.layouts().stream()
                .flatMap(layout -> layout.problem().stream())
                .map(Object::toString)
                .toList();
        if (!problems.isEmpty()) {
            throw new WrongUseException(String.join("\n", problems));
        }
        uploads.layouts().stream().filter(Layout::isClass).forEach(layout -> out.println(line(layout)));
        List<String> doubts = uploads.layouts().stream()
                .flatMap(layout -> layout.doubt().stream())
                .map(Object::toString)
                .toList();
        if (!doubts.isEmpty() && !agreed && !isAnsweredYes(doubts, System.err)) {
            throw new WrongUseException("it is not certain what was given: " + String.join("; ", doubts)
                    + ". See ./kvlab intake, which shows how it is taken. If that is right, say --yes; otherwise --as one or"
                    + " --as class, or name the folders that are");
        }
    }

    private static boolean isAnsweredYes(List<String> doubts, PrintStream out) {
        Console console = System.console();
        if (!Boolean.getBoolean("kvlab.terminal") || console == null || System.getenv("CI") != null) {
            return false;
        }
        doubts.forEach(out::println);
        String answer = console.readLine("Take it as shown? [y/N] ");
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).startsWith("y");
    }

    /** Such as {@code w: 30 submissions, from Canvas, in w/export; ignored: README.txt}. */
    String line(Layout layout) {
        long students = uploads.students().stream()
                .filter(student -> layout.folders().stream()
                        .anyMatch(folder -> student.uploads().get(0).path().startsWith(folder)))
                .count();
        List<String> parts = new ArrayList<>(
                List.of(layout.path() + ": " + students + (students == 1 ? " submission" : " submissions")));
        switch (layout.collectedBy()) {
            case HAND -> parts.add("by the names of its entries");
            default -> parts.add("from " + layout.collectedBy().title());
        }
        if (!layout.folders().equals(List.of(layout.path()))) {
            parts.add("in " + layout.folders().stream().map(Object::toString).collect(Collectors.joining(", ")));
        }
        return String.join(", ", parts) + ignored(layout);
    }

    private static String ignored(Layout layout) {
        int count = layout.ignored().size();
        String names = layout.ignored().stream()
                .limit(MAX_NAMED)
                .map(entry -> entry.path().getFileName().toString())
                .collect(Collectors.joining(", "));
        return count == 0
                ? ""
                : "; ignored: " + names + (count > MAX_NAMED ? " and " + (count - MAX_NAMED) + " more" : "");
    }
}
