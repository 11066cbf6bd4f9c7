package kvlab.inspect;

import kvlab.inspect.Value.Part;
import kvlab.inspect.Value.Parts;
import kvlab.inspect.Value.Text;

/** A value in one line, as the Java library's own texts are: {@code Waiting[term=3, answer=promise]}, {@code {k=1}}. */
final class OneLine {
    private static final int MAX_LENGTH = 160;
    private static final String CUT = "...";

    private final StringBuilder line = new StringBuilder();

    private OneLine() {}

    static String of(Value value) {
        if (value instanceof Text text) {
            return text.text();
        }
        OneLine one = new OneLine();
        one.add(value);
        return one.isFull() ? one.line.substring(0, MAX_LENGTH - CUT.length()) + CUT : one.line.toString();
    }

    private boolean isFull() {
        return line.length() > MAX_LENGTH;
    }

    private void add(Value value) {
        if (value instanceof Text text) {
            line.append(text.text());
            return;
        }
        Parts composite = (Parts) value;
        boolean braces = composite.kind() == Value.Kind.MAP || composite.kind() == Value.Kind.BAG;
        line.append(composite.type()).append(braces ? '{' : '[');
        String separator = "";
        for (Part part : composite.parts()) {
            if (isFull()) {
                return;
            }
            line.append(separator);
            separator = ", ";
            add(composite, part);
        }
        if (composite.isCut()) {
            line.append(separator).append(more(composite));
        }
        line.append(braces ? '}' : ']');
    }

    private void add(Parts composite, Part part) {
        switch (composite.kind()) {
            case OBJECT, MAP -> {
                line.append(part.name()).append('=');
                add(part.value());
            }
            case LIST -> add(part.value());
            case BAG -> line.append(part.name());
        }
    }

    private static String more(Parts cut) {
        return cut.size() == Parts.UNKNOWN
                ? CUT
                : CUT + " " + Count.of(cut.size() - cut.parts().size()) + " more";
    }
}
