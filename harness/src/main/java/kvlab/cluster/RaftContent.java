package kvlab.cluster;

import java.util.ArrayList;
import java.util.List;
import kvlab.raft.Entry;
import kvlab.raft.RaftMessage;
import kvlab.record.Content;

/** Messages of the provided Raft as the record of a schedule holds them. */
final class RaftContent {
    private RaftContent() {}

    static Content of(RaftMessage message) {
        if (message instanceof RaftMessage.AppendEntries request) {
            return new Content.AppendEntries(
                    request.term(),
                    request.previousIndex(),
                    request.previousTerm(),
                    request.entries().size(),
                    entries(request),
                    request.commitIndex());
        } else if (message instanceof RaftMessage.AppendEntriesReply reply) {
            return new Content.AppendEntriesReply(reply.term(), reply.matchIndex());
        } else if (message instanceof RaftMessage.AppendEntriesConflict reply) {
            return new Content.AppendEntriesConflict(reply.term(), reply.conflictTerm(), reply.conflictIndex());
        } else if (message instanceof RaftMessage.RequestVote request) {
            return new Content.RequestVote(request.term(), request.lastIndex(), request.lastTerm());
        }
        RaftMessage.RequestVoteReply vote = (RaftMessage.RequestVoteReply) message;
        return new Content.RequestVoteReply(vote.term(), vote.granted());
    }

    private static List<Content.Entry> entries(RaftMessage.AppendEntries request) {
        List<Content.Entry> entries = new ArrayList<>();
        for (Entry entry : request.entries()) {
            if (entries.size() == Content.AppendEntries.MAX_ENTRIES) {
                break;
            }
            long index = request.previousIndex() + 1 + entries.size();
            entries.add(new Content.Entry(index, entry.term(), StudentCode.value(entry.command())));
        }
        return entries;
    }
}
