package kvlab.grader.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import kvlab.grader.intake.Repository;

/** The class of {@code class.txt}: what its students hand in, and the tables that a learning system has of them. */
final class GuideClass {

    private static final Path TABLE = Path.of("src", "test", "resources", "kvlab", "grader", "guide", "class.txt");
    private static final Path MODEL = Path.of("..", "solution", "src", "main", "java", "lab", "KvServer.java");
    private static final Path STARTER = Path.of("..", "skeleton", "src", "main", "java", "lab", "KvServer.java");
    private static final String SERVER = "skeleton/src/main/java/lab/KvServer.java";

    /** A line of the table. */
    record Pupil(
            String name,
            String id,
            String email,
            String where,
            String handIn,
            String when,
            String roster,
            String verdicts,
            String late,
            String score) {

        static Pupil of(String line) {
            String[] cells = line.split("\\|", -1);
            for (int i = 0; i < cells.length; i++) {
                cells[i] = cells[i].strip();
            }
            return new Pupil(
                    cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[7], cells[8], cells[9]);
        }

        boolean isOnCanvas() {
            return where.startsWith("canvas ");
        }

        /** What the results call the hand-in. */
        String submission() {
            String key = where.replaceFirst("^\\w+ ", "");
            return isOnCanvas() ? key + "_" + id : key;
        }

        boolean handsIn() {
            return !handIn.equals("-");
        }

        /** Whether nobody has handed in for this student, not even a group. */
        boolean isMissing() {
            return where.equals("-");
        }
    }

    private final List<Pupil> pupils;
    private final String model;

    private GuideClass(List<Pupil> pupils, String model) {
        this.pupils = pupils;
        this.model = model;
    }

    static GuideClass read() throws IOException {
        List<Pupil> pupils = Files.readAllLines(TABLE).stream()
                .filter(line -> !line.startsWith("#"))
                .map(Pupil::of)
                .toList();
        return new GuideClass(pupils, Files.readString(MODEL));
    }

    List<Pupil> pupils() {
        return pupils;
    }

    /** Puts clones and Canvas's export below this folder. */
    void handIn(Path submissions) throws IOException {
        Path clones = Files.createDirectories(submissions.resolve("clones"));
        Path canvas = Files.createDirectories(submissions.resolve("canvas"));
        for (Pupil pupil : pupils) {
            if (!pupil.handsIn()) {
                continue;
            }
            if (pupil.isOnCanvas()) {
                upload(canvas, pupil);
            } else {
                // As a Mac writes an accent.
                push(clones.resolve(Normalizer.normalize(pupil.submission(), Normalizer.Form.NFD)), pupil);
            }
        }
        Files.writeString(clones.resolve("README.txt"), "cloned by a script\n");
    }

    private void push(Path clone, Pupil pupil) throws IOException {
        String when = pupil.when() + ":00Z";
        Repository repository = Repository.in(clone).write(SERVER, Files.readString(STARTER));
        repository.commit("2026-11-20T10:00:00Z");
        switch (pupil.handIn()) {
            case "starter" -> {}
            case "mended" -> {
                repository.write(SERVER, server("stale")).commit("2026-12-04T20:00:00Z");
                repository.write(SERVER, server("right")).commit(when);
            }
            case "other-file" ->
                repository
                        .write(SERVER, server("right"))
                        .write("skeleton/src/main/java/lab/Clerk.java", "package lab; class Clerk {}")
                        .commit(when);
            default -> repository.write(SERVER, server(pupil.handIn())).commit(when);
        }
        if (pupil.handIn().equals("off-branch")) {
            repository.git("branch", "-m", "master");
        }
    }

    private void upload(Path canvas, Pupil pupil) throws IOException {
        String key = pupil.where().replaceFirst("canvas ", "");
        String mark = pupil.handIn().equals("late") ? "_LATE_" : "_";
        String prefix = key + mark + pupil.id() + "_99" + pupil.id() + "_";
        String file = switch (pupil.handIn()) {
            case "numbered" -> "KvServer-1.java";
            case "lower-case" -> "kvserver.java";
            case "zip" -> "KvServer.zip";
            case "text" -> "";
            default -> "KvServer.java";
        };
        if (pupil.handIn().equals("copies")) {
            Files.writeString(canvas.resolve(prefix + "KvServer copy.java"), server("stale"));
            Files.writeString(canvas.resolve(prefix + "KvServer (1).java"), server("right"));
        } else if (file.isEmpty()) {
            Files.writeString(canvas.resolve(key + "_" + pupil.id() + "_text.html"), "<p>I could not upload it.</p>");
        } else {
            Files.writeString(canvas.resolve(prefix + file), server(pupil.handIn()), StandardCharsets.UTF_8);
        }
    }

    private String server(String kind) {
        return switch (kind) {
            case "broken" -> "package lab; class KvServer {";
            case "forbidden" -> model.replace("private final ServerContext context;", """
                    private final java.io.File file = null;
                    private final ServerContext context;""");
            case "stale" ->
                model.replace(
                        "return agreeOn(new Get(request, key));",
                        "return GetResult.success(store.getOrDefault(key, \"\"));");
            case "duplicates" ->
                model.replace("if (last != null && request.sequence() == last.sequence())", "if (false)")
                        .replace("if (last != null && request.sequence() < last.sequence())", "if (false)");
            case "replaces" ->
                model.replace(
                        "return store.merge(key, value, String::concat);", "store.put(key, value); return value;");
            default -> model;
        };
    }

    /** All times that the staff know of hand-ins on Canvas, by whatever they call students, below the guide's. */
    String times(String guides) {
        StringBuilder table = new StringBuilder(guides);
        pupils.stream()
                .filter(pupil -> pupil.isOnCanvas() && pupil.handsIn())
                .forEach(pupil -> table.append(pupil.submission())
                        .append(',')
                        .append(pupil.when())
                        .append(":00Z\n"));
        return table.toString();
    }

    /** The roster, below the guide's. */
    String roster(String guides) {
        StringBuilder table = new StringBuilder(guides);
        for (Pupil pupil : pupils) {
            if (pupil.roster().equals("guide")) {
                continue;
            }
            String git = pupil.isOnCanvas() || pupil.isMissing() ? "" : pupil.submission();
            List<String> cells = new ArrayList<>(List.of(quoted(pupil.name()), pupil.id(), pupil.email()));
            cells.add(pupil.roster().startsWith("group") ? "" : git);
            cells.add(pupil.roster().startsWith("group") ? git : "");
            cells.add("");
            cells.add(pupil.roster().endsWith("day") ? pupil.roster() : "");
            cells.add("");
            cells.add(pupil.roster().equals("excused") ? "yes" : "");
            cells.add("");
            table.append(String.join(",", cells)).append('\n');
        }
        return table.toString();
    }

    /** The gradebook as Canvas exports it. */
    String canvas() {
        return table(
                """
                Student,ID,SIS User ID,SIS Login ID,Section,Lab 3 (12345)
                    Points Possible,,,,,90
                """,
                pupil -> List.of(
                        pupil.name(),
                        pupil.id(),
                        "",
                        pupil.email().replaceFirst("@.*", ""),
                        "One",
                        pupil.roster().equals("excused") ? "EX" : ""));
    }

    /** The grading worksheet as Moodle exports it. */
    String moodle() {
        return table(
                "Identifier,Full name,Email address,Status,Grade,Maximum grade,Grade can be changed,Feedback comments\n",
                pupil -> List.of(
                        "Participant 9" + pupil.id(),
                        pupil.name(),
                        pupil.email(),
                        pupil.isMissing() ? "No submission" : "Submitted for grading",
                        "",
                        "90.00",
                        "Yes",
                        ""));
    }

    private String table(String headings, Function<Pupil, List<String>> row) {
        return headings
                + pupils.stream()
                        .map(pupil -> row.apply(pupil).stream()
                                .map(GuideClass::quoted)
                                .collect(Collectors.joining(",", "", "\n")))
                        .collect(Collectors.joining());
    }

    private static String quoted(String text) {
        return text.matches("[^\",]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
    }
}
