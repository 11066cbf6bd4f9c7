package kvlab.grader.check;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Something that breaks the rules.
 *
 * @param owner the class outside of the submission that is used, with dots; empty if it is about something else
 * @param ofMember whether more than that class's name is used
 * @param text for the student: where, what, and what to do instead
 */
record Violation(Site site, String owner, boolean ofMember, String text) {

    /** Of something else than a class that is used. */
    static Violation of(Site site, String trouble) {
        return new Violation(site, "", true, site + " " + trouble);
    }

    /** In the order of files and lines; one for each class that a line uses, and none without a line if one has one. */
    static List<Violation> worthTelling(List<Violation> violations) {
        Map<List<Object>, Violation> oneForEach = new LinkedHashMap<>();
        for (Violation violation : violations) {
            oneForEach.merge(violation.subject(), violation, (one, other) -> one.ofMember ? one : other);
        }
        Collection<Violation> left = oneForEach.values();
        return left.stream()
                .filter(one -> left.stream().noneMatch(other -> other.placesBetter(one)))
                .sorted(Comparator.comparing((Violation one) -> one.site.sourceFile())
                        .thenComparing(one -> one.site.line() == 0)
                        .thenComparing(one -> one.site.line()))
                .toList();
    }

    private List<Object> subject() {
        return List.of(site, owner.isEmpty() ? text : owner);
    }

    private boolean placesBetter(Violation other) {
        return !owner.isEmpty()
                && owner.equals(other.owner)
                && site.sourceFile().equals(other.site.sourceFile())
                && site.line() > 0
                && other.site.line() == 0;
    }

    /** Whether a finding of somebody else's is about the same line. */
    boolean isAtPlaceOf(String finding) {
        return site.line() > 0 && finding.contains(site.place());
    }
}
