package kvlab.grader.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import kvlab.submission.Part;
import kvlab.submission.Submission;
import kvlab.submission.SubmissionRefused;
import org.objectweb.asm.Type;

/** Holds a submission to the allow-list, before any of its code runs. */
public final class Rules {

    private static final String HOME = "lab/";

    private final AllowList allowed;
    private final Advice advice = new Advice();

    public Rules(AllowList allowed) {
        this.allowed = allowed;
    }

    /**
     * Whatever breaks the rules: class, method, line, and what to do instead, in the order of files and lines. A line on
     * which the harness has found something itself is told in the harness's words only, which say more.
     *
     * @param classes class files by binary name, as the compiler made them
     * @param needed the parts that the tests need
     * @return a sentence or two for each finding; empty if the submission may run
     */
    public List<String> findings(Map<String, byte[]> classes, Set<Part> needed) {
        List<Violation> violations = new Check(classes).violations();
        Set<String> findings = new LinkedHashSet<>(harnessFindings(classes, needed));
        List<String> told = List.copyOf(findings);
        violations.stream()
                .filter(violation -> told.stream().noneMatch(violation::isAtPlaceOf))
                .forEach(violation -> findings.add(violation.text()));
        return List.copyOf(findings);
    }

    private static List<String> harnessFindings(Map<String, byte[]> classes, Set<Part> needed) {
        try {
            Submission.load(new SubmissionClassLoader(classes), needed);
            return List.of();
        } catch (SubmissionRefused refused) {
            return refused.findings();
        }
    }

    /** As {@link #findings(Map, Set)}, without a word of the harness. */
    List<String> findings(Map<String, byte[]> classes) {
        return new Check(classes).violations().stream().map(Violation::text).toList();
    }

    /** One submission, held to the rules. */
    private final class Check {

        private final SortedMap<String, ClassFile> own = new TreeMap<>();
        private final Hierarchy hierarchy = new Hierarchy(own);

        Check(Map<String, byte[]> classes) {
            classes.values().stream().map(ClassFileReader::read).forEach(file -> own.put(file.name(), file));
        }

        List<Violation> violations() {
            List<Violation> violations = new ArrayList<>();
            for (ClassFile file : own.values()) {
                if (!file.name().startsWith(HOME)) {
                    Site site = new Site(Names.dotted(file.name()), "", "", 0);
                    violations.add(Violation.of(site, "is not in package lab. Begin each file with \"package lab;\"."));
                }
                file.faults().forEach(fault -> violations.add(Violation.of(fault.site(), fault.trouble())));
                file.uses().forEach(use -> violation(use).ifPresent(violations::add));
            }
            return Violation.worthTelling(violations);
        }

        private Optional<Violation> violation(Use use) {
            if (use instanceof Use.OfType type) {
                return ofType(type);
            } else if (use instanceof Use.OfMember member) {
                return ofMember(member);
            }
            return Optional.of(Violation.of(
                    use.site(),
                    use.inWords() + ", as no compiler for Java 17 has it. Hand in what javac makes of your files."));
        }

        private Optional<Violation> ofType(Use.OfType use) {
            String type = Names.dotted(use.type());
            return own.containsKey(use.type()) || allowed.allows(type)
                    ? Optional.empty()
                    : Optional.of(refusal(use, type, type, false));
        }

        /** Of the member, or of a type that it takes or returns. */
        private Optional<Violation> ofMember(Use.OfMember use) {
            if (!hierarchy.isOwn(use.owner(), use.name(), use.descriptor())) {
                for (String type : hierarchy.outside(use.owner())) {
                    Optional<String> forbidding = forbidding(type, use);
                    if (forbidding.isPresent()) {
                        String name = forbidding.get() + "." + use.name();
                        return Optional.of(refusal(use, Names.dotted(use.owner()), name, true));
                    }
                }
            }
            return Names.classesIn(Type.getType(use.descriptor()))
                    .flatMap(type -> ofType(new Use.OfType(use.site(), "uses", type)).stream())
                    .findFirst();
        }

        /**
         * The class that forbids a member, of a type outside of the submission and what that inherits from. A class that
         * is not listed says nothing about what it declares: a listed one that inherits from it answers for that.
         */
        private Optional<String> forbidding(String type, Use.OfMember use) {
            String name = Names.dotted(type);
            if (!allowed.allows(name)) {
                return Optional.of(name);
            }
            List<String> declaring = hierarchy.declaring(type, use.name());
            boolean isElsewhere = declaring.isEmpty() && !type.equals(use.owner());
            Stream<String> asked = isElsewhere
                    ? Stream.empty()
                    : declaring.stream().anyMatch(allowed::allows) ? declaring.stream() : Stream.of(name);
            return asked.filter(each -> allowed.members(each)
                            .filter(members -> !members.allow(use.name(), use.descriptor()))
                            .isPresent())
                    .findFirst();
        }
    }

    private Violation refusal(Use use, String owner, String forbidden, boolean ofMember) {
        String text = use.site() + " " + use.inWords() + ", which a submission may not use. " + advice.on(forbidden);
        return new Violation(use.site(), owner, ofMember, text);
    }
}
