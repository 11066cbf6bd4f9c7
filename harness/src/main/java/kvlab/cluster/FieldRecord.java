package kvlab.cluster;

import java.util.List;
import java.util.function.Supplier;
import kvlab.inspect.Difference;
import kvlab.inspect.Inspector;
import kvlab.inspect.Watch;
import kvlab.record.CodeEvent.Fields;
import kvlab.record.FieldChange;
import kvlab.sim.Promises;
import kvlab.sim.Scope;

/** Records what each event changes in the fields of the student's objects, if the record is to have them. */
final class FieldRecord {
    private FieldRecord() {}

    /**
     * Follows an object of the code that runs in a scope: its fields are read whenever that code has suspended or ended.
     *
     * @param object may give {@code null} as long as there is none
     * @return reads them at once, too
     */
    static Runnable follow(Scope scope, Supplier<?> object) {
        if (!scope.simulation().recording().hasFields()) {
            return () -> {};
        }
        Watch watch = new Watch(new Inspector(Promises::valueOf));
        Runnable read = () -> {
            Object present = object.get();
            if (present != null) {
                add(scope, watch.read(present));
            }
        };
        scope.observe(read);
        return read;
    }

    private static void add(Scope scope, Difference difference) {
        if (!difference.isEmpty()) {
            List<FieldChange> changes = difference.changes().stream()
                    .map(change -> new FieldChange(change.field(), change.at(), change.before(), change.after()))
                    .toList();
            scope.simulation().record(scope.place(), new Fields(changes, difference.toString()));
        }
    }
}
