package kvlab.grader.difference;

import kvlab.record.CodeEvent;
import kvlab.record.Content;
import kvlab.record.Happening;
import kvlab.record.NetworkEvent;
import kvlab.record.RaftEvent;

/** What happens in an event, in words by which two runs are compared. */
final class Wording {
    private Wording() {}

    /** Messages are numbered over the whole run: after a difference elsewhere, the same message has another number. */
    static String of(Happening what) {
        return what instanceof NetworkEvent message
                ? what.toString().replaceFirst(" m" + message.message(), "")
                : what.toString();
    }

    /** The same, except for the commands in it. */
    static String withoutCommands(Happening what) {
        if (what instanceof NetworkEvent message) {
            return of(what).replace(message.content().toString(), "") + ofContent(message.content());
        } else if (what instanceof CodeEvent.Called called) {
            return called.method() + called.from() + ofContent(called.content());
        } else if (what instanceof CodeEvent.Answered answered) {
            return answered.method() + answered.to() + ofContent(answered.content());
        } else if (what instanceof CodeEvent.Applies entry) {
            return entry(entry.index(), entry.term());
        } else if (what instanceof RaftEvent.Appended entry) {
            return entry(entry.index(), entry.term());
        } else if (what instanceof RaftEvent.Overwritten entry) {
            return entry(entry.index(), entry.term());
        } else if (what instanceof RaftEvent.Committed entry) {
            return entry(entry.index(), entry.term());
        } else if (what instanceof RaftEvent.Started started) {
            return started.leader() + entry(started.index(), started.term());
        }
        return what instanceof RaftEvent.Saved ? "" : of(what);
    }

    private static String ofContent(Content content) {
        if (content instanceof Content.AppendEntries append) {
            return new Content.AppendEntries(
                            append.term(),
                            append.previousIndex(),
                            append.previousTerm(),
                            append.count(),
                            append.entries().stream()
                                    .map(entry -> new Content.Entry(entry.index(), entry.term(), ""))
                                    .toList(),
                            append.commitIndex())
                    .toString();
        }
        return content instanceof Content.PeerMessage peer ? peer.request() + " " + peer.call() : content.toString();
    }

    private static String entry(long index, long term) {
        return " " + index + " of " + term;
    }
}
