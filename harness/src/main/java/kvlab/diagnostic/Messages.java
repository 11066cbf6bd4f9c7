package kvlab.diagnostic;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Properties;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** The sentences of {@link Diagnostic}s, by code, in the syntax of {@link Template}. Immutable. */
public final class Messages {

    /** The catalogue's path in each jar. */
    private static final String CATALOGUE = "META-INF/kvlab/messages.properties";

    private static final Messages STANDARD = load(Messages.class.getClassLoader());

    private final Map<String, Template> templates;

    private Messages(Map<String, Template> templates) {
        this.templates = templates;
    }

    /** All sentences of the kit. */
    public static Messages standard() {
        return STANDARD;
    }

    /** @throws IllegalArgumentException if a template is not well formed, or two catalogues have the same code */
    static Messages load(ClassLoader jars) {
        Map<String, Template> templates = new TreeMap<>();
        try {
            for (URL catalogue : Collections.list(jars.getResources(CATALOGUE))) {
                Properties texts = new Properties();
                try (Reader in = new InputStreamReader(catalogue.openStream(), StandardCharsets.UTF_8)) {
                    texts.load(in);
                }
                for (String code : texts.stringPropertyNames()) {
                    if (templates.put(code, Template.parse(texts.getProperty(code))) != null) {
                        throw new IllegalArgumentException(catalogue + " has " + code + ", and another one has it too");
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new Messages(templates);
    }

    /** The codes that have a sentence. */
    public SortedSet<String> codes() {
        return new TreeSet<>(templates.keySet());
    }

    /**
     * The sentence; for a code that is not known, as in a result that another version wrote, the code and its
     * arguments.
     */
    public String text(Diagnostic diagnostic, Audience audience) {
        Template template = templates.get(diagnostic.code());
        if (template == null) {
            boolean bare = audience != Audience.STAFF || diagnostic.arguments().isEmpty();
            return diagnostic.code() + (bare ? "" : " " + diagnostic.arguments());
        }
        assert template.lacking(diagnostic).isEmpty()
                : diagnostic.code() + " lacks " + template.lacking(diagnostic) + ", has " + diagnostic.arguments();
        return template.text(diagnostic, audience);
    }

    /** Removes the grader's paths; for an unknown code, all arguments. */
    Diagnostic forOwner(Diagnostic diagnostic) {
        Template template = templates.get(diagnostic.code());
        return template == null
                ? new Diagnostic(diagnostic.code(), Map.of(), diagnostic.place())
                : template.forOwner(diagnostic);
    }
}
