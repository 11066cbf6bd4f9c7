package kvlab.record;

import kvlab.diagnostic.Diagnostic;

/** What somebody says. It leads to nothing. */
public sealed interface NoteEvent extends Happening {

    @Override
    default boolean leads() {
        return false;
    }

    /** The submission's code writes a line by {@code context.log}. */
    record Log(String line) implements NoteEvent {
        public Log {
            line = Bounded.line(line);
        }

        @Override
        public String toString() {
            return "| " + line;
        }
    }

    /** The kit remarks on the submission; the verdict does not depend on it. */
    record Remark(Diagnostic remark) implements NoteEvent {
        @Override
        public String toString() {
            return "remark: " + remark.message();
        }
    }

    /** The scenario says what it does. */
    record Note(String text) implements NoteEvent {
        public Note {
            text = Bounded.line(text);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}
