package kvlab.submission;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kvlab.submission.SubmittedClass.Call;
import kvlab.submission.SubmittedClass.Lock;

/** A server has its context, and no other clock, thread, lock or source of randomness. */
final class TrapRule {

    private static final Map<String, List<Trap>> BY_OWNER =
            Traps.ALL.stream().collect(Collectors.groupingBy(Trap::owner));

    private TrapRule() {}

    static List<String> findings(SubmittedClass submitted, SubmittedClasses classes) {
        Stream<String> locks = submitted.locks().stream().map(TrapRule::ofLock);
        Stream<String> calls = submitted.calls().stream()
                .flatMap(call -> trap(call, submitted, classes).map(trap -> ofCall(call, trap)).stream());
        return Stream.concat(locks, calls).toList();
    }

    private static Optional<Trap> trap(Call call, SubmittedClass rpcClient, SubmittedClasses classes) {
        Set<String> owners = classes.named(call.owner(), rpcClient.type())
                .map(TrapRule::withSupertypes)
                .orElse(Set.of());
        String signature = call.method() + call.descriptor();
        boolean studentsOwn = owners.stream()
                .flatMap(owner -> classes.find(owner).stream())
                .anyMatch(owner -> owner.methods().contains(signature));
        if (studentsOwn) {
            return Optional.empty();
        }
        return owners.stream()
                .flatMap(owner -> BY_OWNER.getOrDefault(owner, List.of()).stream())
                .filter(trap -> trap.catches(call.method(), call.descriptor()))
                .findFirst();
    }

    /** Names of the class and all that it inherits from, itself first. */
    private static Set<String> withSupertypes(Class<?> type) {
        Set<String> names = new LinkedHashSet<>();
        for (Class<?> next = type; next != null; next = next.getSuperclass()) {
            names.add(next.getName());
            for (Class<?> implemented : next.getInterfaces()) {
                names.addAll(withSupertypes(implemented));
            }
        }
        names.add(Object.class.getName());
        return names;
    }

    private static String ofCall(Call call, Trap trap) {
        String owner = Names.of(call.owner());
        String does =
                call.method().equals("<init>") ? " makes a new " + owner : " calls " + owner + "." + call.method();
        return call.site() + does + ", which " + trap.why() + ". " + trap.instead();
    }

    private static String ofLock(Lock lock) {
        return lock.site() + (lock.wholeMethod() ? " is synchronized" : " has a synchronized block")
                + ", and a lock can stop the whole server. Remove it: between two suspensions nothing else"
                + " runs here.";
    }
}
