package kvlab.grader.picture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The one script of a page: d3's modules, then the page's own, each after those that it imports. Imports and exports are
 * left out, since all own modules share one function's scope; so their names differ from each other.
 */
final class PageScript {
    /** As the parent POM has them. */
    private static final List<String> D3 = List.of(
            "d3-array/3.2.4",
            "d3-color/3.1.0",
            "d3-dispatch/3.0.1",
            "d3-ease/3.0.1",
            "d3-selection/3.0.0",
            "d3-timer/3.0.1",
            "d3-interpolate/3.0.1",
            "d3-drag/3.0.0",
            "d3-transition/3.0.1",
            "d3-zoom/3.0.0");

    static final List<String> MODULES = List.of(
            "data",
            "messages",
            "roles",
            "state",
            "filter",
            "step",
            "theme",
            "dom",
            "view",
            "layout",
            "targets",
            "shapes",
            "commands",
            "draw-axis",
            "draw-lanes",
            "draw-messages",
            "draw-marks",
            "draw-selection",
            "canvas",
            "story",
            "details",
            "cards",
            "toolbar",
            "search",
            "help",
            "keys",
            "pointer",
            "reader",
            "main");

    private PageScript() {}

    static String load() {
        String own = MODULES.stream()
                .map(name -> withoutImports(resource("/kvlab/grader/picture/" + name + ".js")))
                .collect(Collectors.joining("\n"));
        return D3.stream().map(PageScript::d3).collect(Collectors.joining("\n")) + "\n(() => {\n'use strict';\n" + own
                + "})();\n";
    }

    private static String d3(String module) {
        String name = module.substring(0, module.indexOf('/'));
        return resource("/META-INF/resources/webjars/" + module + "/dist/" + name + ".min.js");
    }

    private static String withoutImports(String module) {
        return module.lines()
                        .filter(line -> !line.startsWith("import "))
                        .map(line -> line.startsWith("export ") ? line.substring("export ".length()) : line)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    static String resource(String name) {
        try (InputStream in = PageScript.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("a part of the kit is missing: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("a part of the kit cannot be read", e);
        }
    }
}
