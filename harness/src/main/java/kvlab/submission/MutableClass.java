package kvlab.submission;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import kvlab.api.Command;
import kvlab.api.KeyValueServer;
import kvlab.api.Promise;
import kvlab.api.Raft;
import kvlab.api.ServerContext;
import kvlab.classfile.TypeNames;
import kvlab.diagnostic.Diagnostic;

/** The reasons why a class is not allowed in a log; the sentence of each code gives advice. */
final class MutableClass {

    private static final List<Class<?>> OF_ONE_SERVER =
            List.of(Promise.class, ServerContext.class, Raft.class, KeyValueServer.class);

    /** In lookup order, the most specific first. */
    private static final List<Kind> KINDS = List.of(
            new Kind(Future.class, Diagnostic.of("value.future")),
            new Kind(List.class, Diagnostic.of("value.list")),
            new Kind(Map.class, Diagnostic.of("value.map")),
            new Kind(Collection.class, Diagnostic.of("value.collection")),
            new Kind(CharSequence.class, Diagnostic.of("value.text")),
            new Kind(Number.class, Diagnostic.of("value.number")));

    private record Kind(Class<?> type, Diagnostic finding) {}

    private MutableClass() {}

    /** @return with the argument {@code type}, the class with its article */
    static Diagnostic finding(Class<?> type) {
        if (type.isArray()) {
            return of(Diagnostic.of("value.array"), type);
        }
        if (MutabilityReader.isEnum(type)) {
            String field = MutabilityReader.mutableFields(type).get(0).getName();
            return of(Diagnostic.of("value.enum"), type).with("field", field);
        }
        if (type.isHidden()) {
            return Diagnostic.of("value.lambda");
        }
        for (Class<?> ofOneServer : OF_ONE_SERVER) {
            if (ofOneServer.isAssignableFrom(type)) {
                return of(Diagnostic.of("value.of-one-server"), ofOneServer);
            }
        }
        for (Kind kind : KINDS) {
            if (kind.type().isAssignableFrom(type)) {
                return of(kind.finding(), type);
            }
        }
        return Command.class.isAssignableFrom(type)
                ? of(Diagnostic.of("value.class"), type)
                        .with("simpleName", type.isAnonymousClass() ? "Op" : type.getSimpleName())
                : of(Diagnostic.of("value.other"), type);
    }

    private static Diagnostic of(Diagnostic finding, Class<?> type) {
        String name = TypeNames.dotted(type.getTypeName());
        String article = "aeiou".indexOf(name.charAt(0)) < 0 ? "a " : "an ";
        return finding.with("type", article + name);
    }
}
