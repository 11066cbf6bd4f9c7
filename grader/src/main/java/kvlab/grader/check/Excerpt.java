package kvlab.grader.check;

import kvlab.diagnostic.Diagnostic;
import kvlab.diagnostic.SourcePlace;

/** What is kept of texts whose length a submission decides. */
public final class Excerpt {

    private Excerpt() {}

    /** The text, or so many characters of it and a sign that there was more. */
    public static String of(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + " ...";
    }

    /** The diagnostic with each of its texts so shortened. */
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
