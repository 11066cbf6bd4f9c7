package kvlab.grader.check;

/** What is kept of texts whose length a submission decides. */
public final class Excerpt {

    private Excerpt() {}

    /** The text, or so many characters of it and a sign that there was more. */
    public static String of(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + " ...";
    }
}
