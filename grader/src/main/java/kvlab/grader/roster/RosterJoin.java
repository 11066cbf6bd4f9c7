package kvlab.grader.roster;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.grader.intake.Student;
import kvlab.grader.intake.StudentUploads;
import kvlab.grader.intake.Upload;

/**
 * The class and its hand-ins, joined.
 *
 * @param students the hand-ins, with the roster's names, numbers and addresses; those of a group with each member's
 * @param entries the roster's rows of a hand-in, by its file name
 * @param missing rows without a hand-in, in the roster's order
 * @param strangers file names of hand-ins that no row fits
 */
public record RosterJoin(
        List<StudentUploads> students,
        Map<String, List<RosterEntry>> entries,
        List<RosterEntry> missing,
        List<String> strangers) {

    /** @throws UnusableTableException if two rows that are no group fit the same hand-in */
    public static RosterJoin of(Path file, Roster roster, List<StudentUploads> students) throws UnusableTableException {
        Map<StudentUploads, Set<RosterEntry>> owners = owners(roster, students);
        List<String> errors = new ArrayList<>();
        owners.forEach((uploads, entries) -> contradiction(uploads, entries).ifPresent(errors::add));
        if (!errors.isEmpty()) {
            throw new UnusableTableException(file, errors);
        }
        List<StudentUploads> joined = new ArrayList<>();
        Map<String, List<RosterEntry>> byName = new LinkedHashMap<>();
        List<String> strangers = new ArrayList<>();
        for (StudentUploads uploads : students) {
            List<RosterEntry> entries = List.copyOf(owners.getOrDefault(uploads, Set.of()));
            if (entries.isEmpty()) {
                strangers.add(uploads.fileName());
                joined.add(uploads);
            } else {
                byName.put(uploads.fileName(), entries);
                joined.add(uploads.by(owner(uploads.student(), entries)));
            }
        }
        Set<RosterEntry> found = owners.values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        List<RosterEntry> missing = roster.entries().stream()
                .filter(entry -> !found.contains(entry))
                .toList();
        return new RosterJoin(List.copyOf(joined), byName, missing, List.copyOf(strangers));
    }

    private static Map<StudentUploads, Set<RosterEntry>> owners(Roster roster, List<StudentUploads> students) {
        StudentIndex<StudentUploads> index = new StudentIndex<>(students, StudentUploads::student);
        Map<StudentUploads, Set<RosterEntry>> owners = new LinkedHashMap<>();
        Map<String, Set<StudentUploads>> byGroup = new HashMap<>();
        for (RosterEntry entry : roster.entries()) {
            String group = StudentIndex.comparable(entry.group());
            Optional<StudentUploads> own = find(index, entry);
            own.or(() -> index.find(entry.group())).ifPresent(uploads -> {
                owners.computeIfAbsent(uploads, key -> new LinkedHashSet<>()).add(entry);
                byGroup.computeIfAbsent(group, key -> new HashSet<>()).add(uploads);
            });
        }
        // One member hands in for all.
        for (RosterEntry entry : roster.entries()) {
            Set<StudentUploads> ofGroup = byGroup.getOrDefault(StudentIndex.comparable(entry.group()), Set.of());
            if (!entry.group().isEmpty() && ofGroup.size() == 1) {
                ofGroup.forEach(uploads -> owners.get(uploads).add(entry));
            }
        }
        return owners;
    }

    private static Optional<StudentUploads> find(StudentIndex<StudentUploads> index, RosterEntry entry) {
        return Stream.concat(entry.names().stream().map(index::find), Stream.of(index.findByName(entry.name())))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<String> contradiction(StudentUploads uploads, Set<RosterEntry> entries) {
        long groups = entries.stream()
                .map(entry -> entry.group().isEmpty() ? "line " + entry.line() : StudentIndex.comparable(entry.group()))
                .distinct()
                .count();
        if (groups < 2 || Student.members(uploads.student()) > 1) {
            return Optional.empty();
        }
        RosterEntry last = entries.stream().reduce((first, second) -> second).orElseThrow();
        return Optional.of(
                "line " + last.line() + ": the hand-in " + uploads.fileName() + " fits the rows of several students: "
                        + entries.stream()
                                .map(entry -> entry.called() + " (line " + entry.line() + ")")
                                .collect(Collectors.joining(", "))
                        + ". Give the folder of each, or the same group to all");
    }

    /** The system's own number and address count more, since its gradebook has them. */
    private static Student owner(Student student, List<RosterEntry> entries) {
        if (Student.members(student) > 1) {
            return student;
        }
        boolean alone = entries.size() == 1;
        String id = together(entries, entry -> entry.id().isEmpty() ? entry.login() : entry.id());
        String email = together(entries, RosterEntry::email);
        String name = together(entries, alone ? RosterEntry::name : RosterEntry::plainName);
        return new Student(
                student.fileName(),
                name.isEmpty() ? student.name() : name,
                alone && !student.id().isEmpty() ? student.id() : id,
                alone && !student.email().isEmpty() ? student.email() : email,
                section(entries));
    }

    /** Of a group each section once. */
    private static String section(List<RosterEntry> entries) {
        return entries.stream()
                .map(RosterEntry::section)
                .filter(section -> !section.isEmpty())
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static String together(List<RosterEntry> entries, Function<RosterEntry, String> part) {
        List<String> parts = entries.stream().map(part).toList();
        return parts.stream().allMatch(String::isEmpty)
                ? ""
                : parts.stream()
                        .map(text -> text.isEmpty() ? Student.UNKNOWN : text)
                        .collect(Collectors.joining(", "));
    }

    /**
     * A hand-in without anything in it for each student who is expected to have handed in and has not, so that they get
     * a result.
     *
     * @param folder where it would be
     */
    public List<StudentUploads> nothingHandedIn(Path folder) {
        Set<String> taken = new HashSet<>();
        students.forEach(uploads -> taken.add(uploads.fileName().toLowerCase(Locale.ROOT)));
        return missing.stream()
                .filter(entry -> !entry.excused())
                .map(entry -> {
                    Student student = Student.of(
                                    entry.fileName(),
                                    entry.name(),
                                    entry.id().isEmpty() ? entry.login() : entry.id(),
                                    entry.email())
                            .in(entry.section());
                    return new StudentUploads(student, List.of(Upload.nothing(student, folder))).apart(folder, taken);
                })
                .toList();
    }
}
