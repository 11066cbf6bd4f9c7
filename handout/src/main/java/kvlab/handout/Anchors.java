package kvlab.handout;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.commonmark.ext.heading.anchor.IdGenerator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.renderer.text.TextContentRenderer;

/** Where links can point to: every heading of every chapter has an id of its own on the page. */
final class Anchors {

    /** A heading as the table of contents shows it: level 1 is a chapter, level 2 a section. */
    record Entry(int level, String id, String title) {}

    private final List<Entry> headings = new ArrayList<>();
    // Looked up, never iterated: a heading is equal to itself only, and its hash must not decide an order.
    private final Map<Heading, String> idOfHeading = new HashMap<>();
    private final Map<Path, String> idOfChapter = new HashMap<>();
    private final Map<Path, Set<String>> idsInChapter = new HashMap<>();

    private Anchors() {}

    static Anchors of(List<Chapter> chapters) {
        Anchors anchors = new Anchors();
        IdGenerator ids = IdGenerator.builder().build();
        TextContentRenderer plainText = TextContentRenderer.builder().build();
        for (Chapter chapter : chapters) {
            chapter.text().accept(new AbstractVisitor() {
                @Override
                public void visit(Heading heading) {
                    String title = plainText.render(heading).strip();
                    anchors.add(chapter, heading, new Entry(heading.getLevel(), ids.generateId(title), title));
                }
            });
            if (!anchors.idOfChapter.containsKey(chapter.file())) {
                throw chapter.misprint(chapter.text(), "a chapter needs a heading, for the table of contents");
            }
        }
        return anchors;
    }

    private void add(Chapter chapter, Heading heading, Entry entry) {
        headings.add(entry);
        idOfHeading.put(heading, entry.id());
        idOfChapter.putIfAbsent(chapter.file(), entry.id());
        idsInChapter.computeIfAbsent(chapter.file(), file -> new HashSet<>()).add(entry.id());
    }

    /** All headings, in the order of the page. */
    List<Entry> headings() {
        return List.copyOf(headings);
    }

    String idOf(Heading heading) {
        return idOfHeading.get(heading);
    }

    /**
     * Where a link leads on the page.
     *
     * @param destination as written in a chapter: {@code #section}, {@code chapter.md} or {@code chapter.md#section}
     * @return the id on the page; empty if there is no such chapter or section
     */
    Optional<String> resolve(Chapter from, String destination) {
        int hash = destination.indexOf('#');
        String file = hash < 0 ? destination : destination.substring(0, hash);
        Path chapter =
                file.isEmpty() ? from.file() : from.folder().resolve(file).normalize();
        if (hash < 0) {
            return Optional.ofNullable(idOfChapter.get(chapter));
        }
        String section = destination.substring(hash + 1);
        return idsInChapter.getOrDefault(chapter, Set.of()).contains(section) ? Optional.of(section) : Optional.empty();
    }
}
