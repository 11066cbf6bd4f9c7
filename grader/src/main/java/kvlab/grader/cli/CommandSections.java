package kvlab.grader.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help;

/** The list of commands in {@code help}: first what students need, then what only staff does. */
final class CommandSections implements CommandLine.IHelpSectionRenderer {

    private static final List<String> STUDENTS =
            List.of("test", "replay", "explain", "diff", "grade", "update", "help");

    @Override
    public String render(Help help) {
        Map<String, Help> students = new LinkedHashMap<>();
        Map<String, Help> staff = new LinkedHashMap<>();
        help.subcommands().forEach((name, command) -> (STUDENTS.contains(name) ? students : staff).put(name, command));
        return section("Commands:", help, students) + section("For teaching staff:", help, staff);
    }

    private static String section(String heading, Help help, Map<String, Help> commands) {
        String names = commands.values().stream()
                .map(command -> command.commandSpec().name())
                .collect(Collectors.joining());
        return names.isEmpty() ? "" : "\n" + heading + "\n" + help.commandList(commands);
    }
}
