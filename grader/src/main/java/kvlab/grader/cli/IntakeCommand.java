package kvlab.grader.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.intake.Layout;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Upload;
import kvlab.grader.intake.Uploads;
import kvlab.grader.intake.git.GitRepository;
import kvlab.grader.report.PlainText;
import kvlab.grader.report.TextWidth;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kvlab intake}: shows what folders are taken for, without opening or grading anything. */
@Command(
        name = "intake",
        mixinStandardHelpOptions = true,
        description =
                "Shows what ./kvlab grade takes a folder for: whose submissions it finds and in which files, which"
                        + " system's export it is, what it ignores and why. Nothing is opened or graded.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it is certain what the folders are",
            "2:wrong use, or it is not certain",
            "3:the kit itself failed"
        })
final class IntakeCommand implements Callable<Integer> {

    private static final int MAX_FILES = 4;
    private static final int MAX_DEPTH = 8;
    private static final int MAX_LOOKED_AT = 2_000;
    private static final int MAX_WIDTH = 40;

    @Parameters(paramLabel = "PATH", arity = "1..*", description = "What you would give to ./kvlab grade.")
    private List<Path> paths = List.of();

    @Option(names = "--as", paramLabel = "KIND", description = "What each PATH is: ONE submission, or a CLASS.")
    private Optional<Layout.Kind> kind = Optional.empty();

    @Override
    public Integer call() throws IOException {
        for (Path path : paths) {
            if (!Files.exists(path)) {
                throw new WrongUseException("there is nothing at " + path + ": name what was handed in");
            }
        }
        boolean certain = true;
        for (Path path : paths) {
            Uploads uploads = Uploads.at(List.of(path), kind);
            Layout layout = uploads.layouts().get(0);
            System.out.println(PlainText.line(
                    layout.isClass() ? new LayoutQuestion(uploads, false).line(layout) : path + ": one submission"));
            print(uploads.students());
            layout.ignored()
                    .forEach(entry -> System.out.println(PlainText.line("  ignored: " + shown(path, entry.path()) + ": "
                            + entry.reason().message())));
            uploads.notes().forEach(note -> System.out.println("  note: " + PlainText.line(note.message())));
            for (Object open : Stream.concat(layout.doubt().stream(), layout.problem().stream())
                    .toList()) {
                certain = false;
                System.out.println("  not certain: " + PlainText.line(open.toString()));
            }
        }
        return certain ? ExitCode.OK : ExitCode.WRONG_USE;
    }

    private static void print(List<StudentUploads> students) {
        int width = students.stream()
                .mapToInt(student -> TextWidth.of(student.fileName()))
                .max()
                .orElse(0);
        for (StudentUploads student : students) {
            String name = TextWidth.padded(student.fileName(), Math.min(width, MAX_WIDTH));
            int uploads = student.uploads().size();
            Upload last = student.uploads().get(uploads - 1);
            List<String> parts = new ArrayList<>();
            parts.add((uploads > 1 ? uploads + " uploads, the last " : "") + files(last));
            last.time().ifPresent(time -> parts.add("at " + time));
            if (last.markedLate()) {
                parts.add("marked late");
            }
            System.out.println(PlainText.line("  " + name + "  " + String.join(", ", parts)));
        }
    }

    /** The names of its files, as the student calls them; of a directory its sources and archives. */
    private static String files(Upload upload) {
        List<String> names = new ArrayList<>();
        upload.parts().forEach((name, path) -> {
            if (GitRepository.isAt(path)) {
                names.add(path.getFileName() + " (git)");
            } else if (Files.isDirectory(path)) {
                names.addAll(below(path));
            } else {
                names.add(name);
            }
        });
        if (names.isEmpty()) {
            return "no Java source and no archive";
        }
        return names.stream().limit(MAX_FILES).collect(Collectors.joining(", "))
                + (names.size() > MAX_FILES ? " and more" : "");
    }

    private static List<String> below(Path directory) {
        try (Stream<Path> files = Files.walk(directory, MAX_DEPTH)) {
            return files.limit(MAX_LOOKED_AT)
                    .filter(file -> file.toString().matches("(?is).*\\.(java|tar|zip|tgz|gz|7z|rar)"))
                    .limit(MAX_FILES + 1L)
                    .map(file -> directory.relativize(file).toString())
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of("cannot be read");
        }
    }

    private static String shown(Path folder, Path entry) {
        return entry.startsWith(folder) ? folder.relativize(entry).toString() : entry.toString();
    }
}
