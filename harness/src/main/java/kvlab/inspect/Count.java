package kvlab.inspect;

import java.util.Locale;

/** Numbers for people: {@code 1,000,000}. */
final class Count {
    private Count() {}

    static String of(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }
}
