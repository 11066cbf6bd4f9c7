package kvlab.submission;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kvlab.classfile.ClassFile;
import kvlab.classfile.ClassFile.Kind;
import kvlab.classfile.Hierarchy;
import kvlab.classfile.Reference;
import kvlab.classfile.TypeNames;
import kvlab.diagnostic.Diagnostic;

/** A submission must use its context instead of other clocks, threads, locks and sources of randomness. */
final class ForbiddenCallRule {

    private ForbiddenCallRule() {}

    static List<Diagnostic> findings(ClassFile file, Hierarchy hierarchy) {
        Stream<Diagnostic> locks = file.constructs().stream()
                .flatMap(construct -> lock(construct.kind()).map(found -> found.at(construct.place())).stream());
        Stream<Diagnostic> calls = hierarchy
                .references(file)
                .filter(Reference.ToMember.class::isInstance)
                .map(Reference.ToMember.class::cast)
                .filter(member -> member.isMethod() && !hierarchy.isOwn(member))
                .flatMap(member -> forbidden(member, hierarchy).map(call -> finding(member, call)).stream());
        return Stream.concat(locks, calls).toList();
    }

    private static Optional<Diagnostic> lock(Kind kind) {
        return switch (kind) {
            case SYNCHRONIZED_METHOD -> Optional.of(Diagnostic.of("rules.synchronized-method"));
            case SYNCHRONIZED_BLOCK -> Optional.of(Diagnostic.of("rules.synchronized-block"));
            case NATIVE_METHOD, FINALIZER -> Optional.empty(); // the grader refuses them
        };
    }

    private static Optional<ForbiddenCall> forbidden(Reference.ToMember member, Hierarchy hierarchy) {
        return hierarchy.outside(member.owner()).stream()
                .flatMap(type -> hierarchy.withSupertypes(type).stream())
                .flatMap(type ->
                        ForbiddenCalls.standard().find(type.getName(), member.name(), member.descriptor()).stream())
                .findFirst();
    }

    private static Diagnostic finding(Reference.ToMember member, ForbiddenCall call) {
        String owner = TypeNames.withoutPackage(member.owner());
        boolean isConstructor = member.name().equals("new");
        return Diagnostic.of("rules.forbidden-call")
                .with("how", isConstructor ? "makes a new" : member.how().equals("inherits") ? "inherits" : "calls")
                .with("member", isConstructor ? owner : owner + "." + member.name())
                .with("why", call.why())
                .with("advice", call.advice())
                .at(member.place());
    }
}
