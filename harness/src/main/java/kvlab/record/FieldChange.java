package kvlab.record;

/**
 * A change in the fields of a submission's object.
 *
 * @param field the path of fields, such as {@code store}
 * @param at where in the field's content: a key or a position; empty for the content itself
 * @param before the text of what was there; empty for what has been added
 * @param after the text of what is there; empty for what has been removed
 */
public record FieldChange(String field, String at, String before, String after) {}
