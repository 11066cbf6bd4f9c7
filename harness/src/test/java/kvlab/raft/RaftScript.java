package kvlab.raft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import kvlab.api.Command;
import kvlab.api.CommittedCommand;
import kvlab.api.Start;
import kvlab.raft.RaftMessage.AppendEntries;
import kvlab.raft.RaftMessage.AppendEntriesConflict;
import kvlab.raft.RaftMessage.AppendEntriesReply;
import kvlab.raft.RaftMessage.RequestVote;
import kvlab.raft.RaftMessage.RequestVoteReply;

/**
 * One node, spoken to in lines of text. An input stands at the margin; what the node does about it is indented below.
 * So a script reads as a document, and playing it gives back the document as it should be.
 *
 * <p>A place in a log is written index/term, as in {@code last 3/2}; a log, or the entries of a message, as their
 * terms.
 */
final class RaftScript {
    private static final Pattern SERVER =
            Pattern.compile("server (\\d+) of (\\d+): term (\\d+)(?:, voted for (\\d+))?, log((?: \\d+)*)");
    private static final Pattern MESSAGE = Pattern.compile("(\\d+) -> (\\w+) term (\\d+)(.*)");
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private final StringBuilder document = new StringBuilder();
    private final Map<List<Long>, Entry> entries = new HashMap<>();
    private PersistentState disk;
    private RaftInvariants invariants;
    private int id;
    private int size;
    private RaftNode node;
    private int outputs;

    private record Named(String name) implements Command {}

    /** Runs a script's inputs, and returns the expected text of the document. */
    static String play(String script) {
        RaftScript player = new RaftScript();
        for (String line : script.split("\n", -1)) {
            if (!line.startsWith(" ")) {
                player.read(line);
            }
        }
        return player.document.substring(0, player.document.length() - 1);
    }

    private void read(String line) {
        document.append(line).append('\n');
        if (!line.isEmpty() && !line.startsWith("#")) {
            outputs = 0;
            perform(line);
            if (outputs == 0 && !line.startsWith("server")) {
                print("nothing");
            }
        }
    }

    private void print(String output) {
        document.append("    ").append(output).append('\n');
        outputs++;
    }

    private void perform(String line) {
        Matcher message = MESSAGE.matcher(line);
        if (SERVER.matcher(line).matches()) {
            begin(line);
        } else if (message.matches()) {
            node.receive(Integer.parseInt(message.group(1)), message(message));
        } else if (line.equals("election timeout")) {
            node.electionTimeout();
        } else if (line.equals("heartbeat")) {
            node.heartbeat();
        } else if (line.equals("crash and restart")) {
            node = new RaftNode(id, size, disk, new Teller(), invariants);
            print(role());
        } else if (line.equals("who leads?")) {
            print(role());
        } else if (line.startsWith("command ")) {
            command(new Named(line.substring("command ".length())));
        } else {
            throw new IllegalArgumentException("no such input: " + line);
        }
    }

    private String role() {
        return (node.isLeader() ? "leads in" : "follows in") + " term "
                + node.state().term();
    }

    private void command(Command command) {
        Start start = node.start(command, 1);
        print(start.leader() ? "starts " + start.index() + "/" + start.term() : "does not lead");
    }

    private void begin(String line) {
        List<Long> numbers = numbers(line);
        boolean voted = line.contains("voted");
        id = numbers.get(0).intValue();
        size = numbers.get(1).intValue();
        disk = new PersistentState();
        disk.saveVote(numbers.get(2), voted ? numbers.get(3).intValue() : PersistentState.NOBODY);
        entries.clear();
        entries(1, numbers.subList(voted ? 4 : 3, numbers.size())).forEach(this::save);
        invariants = new RaftInvariants();
        node = new RaftNode(id, size, disk, new Teller(), invariants);
    }

    private void save(Entry entry) {
        disk.saveEntry(disk.log().size() + 1, entry);
    }

    /** Entries from an index on: the same in each place and term, as Log Matching has it. */
    private List<Entry> entries(long index, List<Long> terms) {
        List<Entry> run = new ArrayList<>();
        for (long term : terms) {
            long place = index + run.size();
            run.add(entries.computeIfAbsent(
                    List.of(place, term), key -> new Entry(term, new Named(place + "/" + term), 1)));
        }
        return run;
    }

    private RaftMessage message(Matcher parts) {
        long term = Long.parseLong(parts.group(3));
        String rest = parts.group(4);
        List<Long> n = numbers(rest);
        return switch (parts.group(2)) {
            case "RequestVote" -> new RequestVote(term, n.get(0), n.get(1));
            case "RequestVoteReply" -> new RequestVoteReply(term, rest.contains("granted"));
            case "AppendEntries" ->
                new AppendEntries(
                        term,
                        n.get(0),
                        n.get(1),
                        entries(n.get(0) + 1, n.subList(2, n.size() - 1)),
                        n.get(n.size() - 1));
            case "AppendEntriesReply" -> new AppendEntriesReply(term, n.get(0));
            case "AppendEntriesConflict" ->
                rest.contains("nothing")
                        ? new AppendEntriesConflict(term, 0, n.get(0))
                        : new AppendEntriesConflict(term, n.get(0), n.get(1));
            default -> throw new IllegalArgumentException("no such message: " + parts.group());
        };
    }

    private static List<Long> numbers(String text) {
        return NUMBER.matcher(text)
                .results()
                .map(match -> Long.parseLong(match.group()))
                .toList();
    }

    private static String text(RaftMessage message) {
        String head = message.getClass().getSimpleName() + " term " + message.term();
        if (message instanceof RequestVote request) {
            return head + ", last " + request.lastIndex() + "/" + request.lastTerm();
        } else if (message instanceof RequestVoteReply vote) {
            return head + (vote.granted() ? ", granted" : ", refused");
        } else if (message instanceof AppendEntries request) {
            return head + ", after " + request.previousIndex() + "/" + request.previousTerm() + ", entries"
                    + terms(request.entries()) + ", commit " + request.commitIndex();
        } else if (message instanceof AppendEntriesReply reply) {
            return head + ", up to " + reply.matchIndex();
        }
        AppendEntriesConflict reply = (AppendEntriesConflict) message;
        return head + ", found " + (reply.conflictTerm() == 0 ? "nothing" : "term " + reply.conflictTerm()) + " from "
                + reply.conflictIndex();
    }

    private static String terms(List<Entry> entries) {
        StringBuilder terms = new StringBuilder();
        entries.forEach(entry -> terms.append(' ').append(entry.term()));
        return terms.isEmpty() ? " none" : terms.toString();
    }

    /** Performs the node's effects, and prints them. */
    private final class Teller implements Effects {
        @Override
        public void saveVote(long term, int votedFor) {
            disk.saveVote(term, votedFor);
            print("save term " + term + ", voted for " + (votedFor == PersistentState.NOBODY ? "nobody" : votedFor));
        }

        @Override
        public void saveEntry(long index, Entry entry) {
            disk.saveEntry(index, entry);
            print("save entry " + index + "/" + entry.term());
        }

        @Override
        public void send(int peer, RaftMessage message) {
            print("-> " + peer + ": " + text(message));
        }

        @Override
        public void commit(CommittedCommand committed) {
            print("commit " + committed.index() + "/" + committed.term());
        }

        @Override
        public void restartElectionTimer() {
            print("restart the election timer");
        }

        @Override
        public void startHeartbeats() {
            print("start heartbeats");
        }
    }
}
