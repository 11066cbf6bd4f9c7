package kvlab.inspect;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import kvlab.api.Promise;
import kvlab.diagnostic.Quote;
import kvlab.inspect.Value.Text;

/**
 * Reads the objects of a submission. Reads of the same objects by different inspectors, in any process, give the same
 * values. Not thread-safe.
 */
public final class Inspector {

    /** More would keep much of a large store in memory. */
    private static final int MAX_REMEMBERED = 20_000;

    private static final int MAX_LENGTH_REMEMBERED = 100;

    /** Of objects looked at: some seconds, which only very large objects need. */
    private static final long MAX_WORK = 2_000_000;

    private final Function<Promise<?>, Optional<?>> promised;
    private final long maxWork;

    /** By content: with constant identity hashes a table of objects would be a list. */
    private final Map<String, Shown> texts = new HashMap<>();

    private long work;

    /** @param promised what a promise of the kit was completed with, empty if it is not complete yet */
    public Inspector(Function<Promise<?>, Optional<?>> promised) {
        this(promised, MAX_WORK);
    }

    /** @param maxWork after how many objects it is enough */
    Inspector(Function<Promise<?>, Optional<?>> promised, long maxWork) {
        this.promised = promised;
        this.maxWork = maxWork;
    }

    /** Whether so much has been read that no more should be. */
    boolean isExhausted() {
        return work > maxWork;
    }

    /** Reads an object: its fields, and what they hold. A {@code null}, or an object of the kit, has no parts. */
    public Value read(Object root) {
        Reading reading = new Reading(this);
        try {
            return reading.root(root);
        } catch (RuntimeException | LinkageError unexpected) { // says nothing about the submission
            return new Text("(cannot be read: " + unexpected.getClass().getSimpleName() + ")");
        } finally {
            work += reading.values();
        }
    }

    /** The number of objects that have been looked at so far: what an inspector's time depends on. */
    long work() {
        return work;
    }

    Optional<?> promised(Promise<?> promise) {
        return promised.apply(promise);
    }

    /** A string as a value: quoted. */
    Text quoted(String text) {
        return shown(text).quoted();
    }

    /** A string as the name of a part: quoted unless it is a word. */
    String name(String text) {
        return shown(text).name();
    }

    private Shown shown(String text) {
        Shown known = text.length() > MAX_LENGTH_REMEMBERED ? null : texts.get(text);
        if (known == null) {
            known = Shown.of(text);
            if (text.length() <= MAX_LENGTH_REMEMBERED) {
                if (texts.size() >= MAX_REMEMBERED) {
                    texts.clear();
                }
                texts.put(text, known);
            }
        }
        return known;
    }

    private record Shown(Text quoted, String name) {
        private static final Pattern WORD = Pattern.compile("[A-Za-z_][A-Za-z_0-9]{0,39}");

        static Shown of(String text) {
            String quoted = Quote.of(text);
            return new Shown(new Text(quoted), WORD.matcher(text).matches() ? text : quoted);
        }
    }
}
