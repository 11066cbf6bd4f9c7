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

/** What a student does about a class that has no place in a log. */
final class Advice {

    private static final String CAN_CHANGE = ", which can change after it is " + Fault.WHERE + ": ";
    private static final List<Class<?>> OF_ONE_SERVER =
            List.of(Promise.class, ServerContext.class, Raft.class, KeyValueServer.class);

    private Advice() {}

    /** How the sentence goes on after the name of a part that is of that class, without its full stop. */
    static String on(Class<?> type) {
        String name = TypeNames.dotted(type.getTypeName());
        String is = ("aeiou".indexOf(name.charAt(0)) < 0 ? "is a " : "is an ") + name;
        if (type.isArray()) {
            return is + CAN_CHANGE + "make it a List, as from List.of";
        }
        if (Shapes.isEnum(type)) {
            return is + ", an enum whose field "
                    + Shapes.changeableFields(type).get(0).getName()
                    + " can change, and all servers share its constants:"
                    + " make that field final, of a type that cannot change";
        }
        if (type.isHidden()) {
            return "is a lambda, which is code and no value: say with an enum or a string what to do";
        }
        for (Class<?> ofOneServer : OF_ONE_SERVER) {
            if (ofOneServer.isAssignableFrom(type)) {
                return "is a " + TypeNames.dotted(ofOneServer.getTypeName())
                        + ", which belongs to one server, and the log goes to all: keep it"
                        + " in the server and find it by the command's index";
            }
        }
        if (Future.class.isAssignableFrom(type)) {
            return is + CAN_CHANGE + "keep a Promise in the server and find it by the command's index";
        }
        if (List.class.isAssignableFrom(type)) {
            return is + CAN_CHANGE + "make it List.copyOf(" + Fault.NAME + ")";
        }
        if (Map.class.isAssignableFrom(type)) {
            return is + CAN_CHANGE + "make it a List of records, one for each entry, with List.copyOf";
        }
        if (Collection.class.isAssignableFrom(type)) {
            return is + ", which can change or has no order of its own: sort it and make it a List, with List.copyOf";
        }
        if (CharSequence.class.isAssignableFrom(type)) {
            return is + CAN_CHANGE + "make it a String, " + Fault.NAME + ".toString()";
        }
        if (Number.class.isAssignableFrom(type)) {
            return is + CAN_CHANGE + "make it a long";
        }
        if (Command.class.isAssignableFrom(type)) {
            return is + ", a class and not a record: declare it as `record " + nameable(type)
                    + "(...) implements Command`";
        }
        return is + CAN_CHANGE
                + "make it a record of strings, numbers, booleans, enums, unmodifiable lists of such, and"
                + " such records";
    }

    private static String nameable(Class<?> type) {
        return type.isAnonymousClass() ? "Op" : type.getSimpleName();
    }
}
