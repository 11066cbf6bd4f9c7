package kvlab.grader.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kvlab.api.KeyValueServer;
import kvlab.classfile.ClassFile;
import kvlab.classfile.Hierarchy;
import kvlab.classfile.Reference;
import kvlab.classfile.TypeNames;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;
import kvlab.submission.ForbiddenCalls;
import kvlab.submission.Part;
import kvlab.submission.Submission;
import kvlab.submission.SubmissionRefused;

/** Checks a submission against the allow-list before any of its code runs. */
public final class Rules {

    private static final String HOME = "lab/";
    private static final SourcePlace UNKNOWN = new SourcePlace("", "", "", 0);

    private static final Diagnostic MEMBER = Diagnostic.of("rules.member-not-allowed");
    private static final Diagnostic TYPE = Diagnostic.of("rules.type-not-allowed");
    private static final String CLASS = "class";

    /** How the names of members begin that the measurement of coverage adds. */
    private static final String RESERVED = "$jacoco";

    private final AllowList allowed;

    public Rules(AllowList allowed) {
        this.allowed = allowed;
    }

    /**
     * The violations of the rules: the harness's findings, then those of the allow-list by file and line. The harness's
     * findings are more specific, so a line with one has no finding of the allow-list.
     *
     * @param classes class files by binary name, from the compiler
     * @param needed the parts that the tests require
     * @return empty if the submission may run
     */
    public List<Diagnostic> findings(Map<String, byte[]> classes, Set<Part> needed) {
        List<Diagnostic> findings = new ArrayList<>(harnessFindings(classes, needed));
        List<SourcePlace> known = findings.stream().map(Rules::place).toList();
        findings(classes).stream()
                .filter(finding -> known.stream().noneMatch(place -> isSameLine(place, place(finding))))
                .forEach(findings::add);
        return findings.stream().distinct().toList();
    }

    private static List<Diagnostic> harnessFindings(Map<String, byte[]> classes, Set<Part> needed) {
        try {
            Submission.load(new SubmissionClassLoader(classes), needed);
            return List.of();
        } catch (SubmissionRefused refused) {
            return refused.findings();
        }
    }

    /** The findings of the allow-list only. */
    List<Diagnostic> findings(Map<String, byte[]> classes) {
        SortedMap<String, ClassFile> own = new TreeMap<>();
        classes.values().stream().map(ClassFile::read).forEach(file -> own.put(file.name(), file));
        Hierarchy hierarchy = new Hierarchy(own, KeyValueServer.class.getClassLoader());
        Check check = new Check(allowed, own.keySet(), hierarchy);
        return withoutRepetitions(own.values().stream().flatMap(check::findings).toList());
    }

    /** Sorted by file and line; one per line and class used, and one without a line only if no other has one. */
    private static List<Diagnostic> withoutRepetitions(List<Diagnostic> findings) {
        Map<List<Object>, Diagnostic> oneForEach = new LinkedHashMap<>();
        for (Diagnostic finding : findings) {
            Object subject = finding.argument(CLASS).isEmpty() ? finding : finding.argument(CLASS);
            oneForEach.merge(
                    List.of(place(finding), subject),
                    finding,
                    (one, other) -> one.code().equals(TYPE.code()) ? other : one);
        }
        Collection<Diagnostic> left = oneForEach.values();
        return left.stream()
                .filter(one -> left.stream().noneMatch(other -> isBetterPlaced(other, one)))
                .sorted(Comparator.comparing(
                        Rules::place,
                        Comparator.comparing(SourcePlace::file)
                                .thenComparing(place -> place.line() == 0)
                                .thenComparing(SourcePlace::line)))
                .toList();
    }

    private static boolean isBetterPlaced(Diagnostic one, Diagnostic other) {
        return !one.argument(CLASS).isEmpty()
                && one.argument(CLASS).equals(other.argument(CLASS))
                && place(one).file().equals(place(other).file())
                && place(one).line() > 0
                && place(other).line() == 0;
    }

    private static boolean isSameLine(SourcePlace one, SourcePlace other) {
        return one.line() > 0 && one.line() == other.line() && one.file().equals(other.file());
    }

    private static SourcePlace place(Diagnostic finding) {
        return finding.place().orElse(UNKNOWN);
    }

    /**
     * The check of one submission.
     *
     * @param own internal names of its classes
     */
    private record Check(AllowList allowed, Set<String> own, Hierarchy hierarchy) {

        Stream<Diagnostic> findings(ClassFile file) {
            Stream<Diagnostic> elsewhere = file.name().startsWith(HOME)
                    ? Stream.empty()
                    : Stream.of(Diagnostic.of("rules.other-package").with("type", TypeNames.dotted(file.name())));
            Stream<Diagnostic> reserved = file.members().keySet().stream()
                    .filter(member -> member.startsWith(RESERVED))
                    .limit(1)
                    .map(member -> Diagnostic.of("rules.reserved-name").at(file.place("")));
            Stream<Diagnostic> constructs = file.constructs().stream().flatMap(Check::finding);
            Stream<Diagnostic> references = hierarchy.references(file).flatMap(this::finding);
            return Stream.of(elsewhere, reserved, constructs, references).flatMap(each -> each);
        }

        private static Stream<Diagnostic> finding(ClassFile.Construct construct) {
            return switch (construct.kind()) {
                case NATIVE_METHOD ->
                    Stream.of(Diagnostic.of("rules.native-method").at(construct.place()));
                case FINALIZER -> Stream.of(Diagnostic.of("rules.finalizer").at(construct.place()));
                case SYNCHRONIZED_METHOD, SYNCHRONIZED_BLOCK -> Stream.empty(); // the harness refuses them
            };
        }

        private Stream<Diagnostic> finding(Reference reference) {
            if (reference instanceof Reference.ToType type) {
                return ofType(type);
            } else if (reference instanceof Reference.ToMember member) {
                return ofMember(member);
            }
            Reference.ToLinker linker = (Reference.ToLinker) reference;
            return Stream.of(Diagnostic.of("rules.foreign-linker")
                    .with("member", TypeNames.dotted(linker.owner()) + "." + linker.name())
                    .at(linker.place()));
        }

        private Stream<Diagnostic> ofType(Reference.ToType reference) {
            String type = TypeNames.dotted(reference.type());
            return own.contains(reference.type()) || allowed.allows(type)
                    ? Stream.empty()
                    : Stream.of(notAllowed(TYPE, reference, type, reference.how(), type)
                            .with("advice", ForbiddenCalls.standard().advice(type)));
        }

        /** The findings on the member, or on a type in its descriptor. */
        private Stream<Diagnostic> ofMember(Reference.ToMember member) {
            if (!hierarchy.isOwn(member)) {
                for (String type : hierarchy.outside(member.owner())) {
                    Optional<String> forbidding = forbidding(type, member);
                    if (forbidding.isPresent()) {
                        return Stream.of(ofForbidden(member, forbidding.get()));
                    }
                }
            }
            return TypeNames.inDescriptor(member.descriptor())
                    .flatMap(type -> ofType(new Reference.ToType(member.place(), "uses", type)))
                    .limit(1);
        }

        private Diagnostic ofForbidden(Reference.ToMember member, String forbidding) {
            String owner = TypeNames.dotted(member.owner());
            boolean made = member.name().equals("new");
            boolean plain =
                    made && (member.how().equals("calls") || member.how().equals("extends"));
            String how = made && member.how().equals("calls") ? "makes a new" : member.how();
            String named = plain ? owner : owner + (made ? "::" : ".") + member.name();
            return notAllowed(MEMBER, member, owner, how, named)
                    .with("advice", ForbiddenCalls.standard().advice(forbidding, member.name(), member.descriptor()));
        }

        /**
         * The class that forbids a member, among a type outside the submission and its supertypes. An unlisted class
         * decides nothing about its members: a listed subclass does.
         */
        private Optional<String> forbidding(String type, Reference.ToMember member) {
            String name = TypeNames.dotted(type);
            if (!allowed.allows(name)) {
                return Optional.of(name);
            }
            List<String> declaring = hierarchy.declaring(type, member.name());
            boolean isElsewhere = declaring.isEmpty() && !type.equals(member.owner());
            Stream<String> asked = isElsewhere
                    ? Stream.empty()
                    : declaring.stream().anyMatch(allowed::allows) ? declaring.stream() : Stream.of(name);
            return asked.filter(each -> allowed.members(each)
                            .filter(members -> !members.allow(member.name(), member.descriptor()))
                            .isPresent())
                    .findFirst();
        }
    }

    private static Diagnostic notAllowed(
            Diagnostic finding, Reference reference, String owner, String how, String member) {
        return finding.with(CLASS, owner)
                .with("how", how)
                .with("member", member)
                .at(reference.place());
    }
}
