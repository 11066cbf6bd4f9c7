package kvlab.scenario;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.Quote;

/** A value that was put together by appends: its parts, in order. */
record Appends(List<String> parts) {
    /** The first difference between a value and the expected appends. */
    sealed interface Difference {

        /** A diagnostic with this difference in its arguments: each kind fills other gaps of the sentence. */
        Diagnostic addTo(Diagnostic diagnostic);
    }

    private record Unknown(String part) implements Difference {
        @Override
        public Diagnostic addTo(Diagnostic diagnostic) {
            return diagnostic.with("unknown", Quote.of(part));
        }
    }

    private record Duplicated(String part, int times) implements Difference {
        @Override
        public Diagnostic addTo(Diagnostic diagnostic) {
            return diagnostic.with("duplicated", Quote.of(part)).with("times", times);
        }
    }

    private record Missing(String part, int more) implements Difference {
        @Override
        public Diagnostic addTo(Diagnostic diagnostic) {
            Diagnostic first = diagnostic.with("missing", Quote.of(part));
            return more == 0 ? first : first.with("more", more);
        }
    }

    private record Misplaced(String part, String expected) implements Difference {
        @Override
        public Diagnostic addTo(Diagnostic diagnostic) {
            return diagnostic.with("misplaced", Quote.of(part)).with("expected", Quote.of(expected));
        }
    }

    /** How these differ from others in the same order; empty if they are equal. */
    Optional<Difference> differenceFrom(List<String> expected) {
        Optional<Difference> difference = differenceInAnyOrderFrom(expected);
        if (difference.isPresent() || parts.equals(expected)) {
            return difference;
        }
        int same = 0;
        while (parts.get(same).equals(expected.get(same))) {
            same++;
        }
        return Optional.of(new Misplaced(parts.get(same), expected.get(same)));
    }

    /** How these differ from others in any order; empty if they are the same ones. */
    Optional<Difference> differenceInAnyOrderFrom(List<String> expected) {
        for (String part : parts) {
            int times = Collections.frequency(parts, part);
            if (!expected.contains(part)) {
                return Optional.of(new Unknown(part));
            } else if (times > Collections.frequency(expected, part)) {
                return Optional.of(new Duplicated(part, times));
            }
        }
        List<String> missing = new ArrayList<>(expected);
        parts.forEach(missing::remove);
        return missing.isEmpty() ? Optional.empty() : Optional.of(new Missing(missing.get(0), missing.size() - 1));
    }
}
