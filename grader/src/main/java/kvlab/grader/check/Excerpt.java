package kvlab.grader.check;

import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;

/** Truncates texts whose length a submission controls. */
public final class Excerpt {

    private Excerpt() {}

    /** The text, truncated to a length with a mark if it is longer. */
    public static String of(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + " ...";
    }

    /** The diagnostic with each of its texts truncated. */
    public static Diagnostic of(Diagnostic diagnostic, int longest) {
        return diagnostic
                .withEach(text -> of(text, longest))
                .at(diagnostic
                        .place()
                        .map(place -> new SourcePlace(
                                of(place.file(), longest),
                                of(place.type(), longest),
                                of(place.method(), longest),
                                place.line())));
    }
}
