package kvlab.inspect;

/**
 * A difference between two values of an object.
 *
 * @param field the path of fields: {@code term}, {@code store.data}; empty if the object is a collection itself
 * @param at where in the field's content: a key, a position, or a path that begins with one; empty for the content itself
 * @param before in one line of bounded length; empty for what has been added
 * @param after likewise; empty for what has been removed
 */
public record Change(String field, String at, String before, String after) {

    /** Like {@code "ab" → "abb"}, {@code → 7}, {@code 7 →}. */
    String arrow() {
        return before.isEmpty() ? "→ " + after : after.isEmpty() ? before + " →" : before + " → " + after;
    }
}
