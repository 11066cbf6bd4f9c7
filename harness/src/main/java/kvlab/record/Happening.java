package kvlab.record;

/**
 * What happens in an event. Each record states one kind of event as plain values; its {@link Kind} names it in filters and
 * formats. {@link Object#toString} gives the event's text, without its time and place, in one line of bounded length.
 */
public sealed interface Happening permits NetworkEvent, RaftEvent, CodeEvent, ClientEvent, FaultEvent, NoteEvent {

    /** Whether events at the same place afterwards have this one as their cause; otherwise it leads to nothing. */
    default boolean leads() {
        return true;
    }

    /** Whether this is said only on request: other events of the same moment say as much to a reader. */
    default boolean isDetail() {
        return false;
    }
}
