package kvlab.grader.picture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page's script is the modules, each after what it imports. */
class PageScriptTest {
    private static final Path MODULES = Path.of("src", "main", "resources", "kvlab", "grader", "picture");
    private static final Pattern IMPORT = Pattern.compile("(?m)^import \\{([^}]*)} from '\\./([a-z-]+)\\.js';$");
    private static final Pattern DECLARED =
            Pattern.compile("(?m)^(export )?(?:async )?(?:function|class|const|let) (\\w+)");
    private static final int MAX_LINES = 200;

    private static String module(String name) throws IOException {
        return Files.readString(MODULES.resolve(name + ".js"));
    }

    @Test
    void everyModuleIsInTheScript() throws IOException {
        try (Stream<Path> files = Files.list(MODULES)) {
            assertEquals(
                    new TreeSet<>(PageScript.MODULES),
                    new TreeSet<>(files.map(file -> file.getFileName().toString())
                            .filter(name -> name.endsWith(".js"))
                            .map(name -> name.replace(".js", ""))
                            .toList()));
        }
    }

    @Test
    void aModuleImportsWhatAnEarlierOneExports() throws IOException {
        for (String name : PageScript.MODULES) {
            Matcher imports = IMPORT.matcher(module(name));
            while (imports.find()) {
                String from = imports.group(2);
                assertTrue(
                        PageScript.MODULES.indexOf(from) < PageScript.MODULES.indexOf(name),
                        name + ".js stands before " + from + ".js, which it imports");
                for (String imported : imports.group(1).split(", *")) {
                    assertTrue(
                            Pattern.compile("(?m)^export (async )?(function|class|const) " + imported + "\\b")
                                    .matcher(module(from))
                                    .find(),
                            from + ".js does not export " + imported + ", which " + name + ".js imports");
                }
            }
        }
    }

    @Test
    void noTwoModulesHaveTheSameName() throws IOException {
        TreeSet<String> names = new TreeSet<>();
        for (String name : PageScript.MODULES) {
            Matcher declared = DECLARED.matcher(module(name));
            while (declared.find()) {
                assertTrue(names.add(declared.group(2)), declared.group(2) + ", once more in " + name + ".js");
            }
        }
    }

    @Test
    void modulesAreSmallAndWriteTextOnly() throws IOException {
        for (String name : PageScript.MODULES) {
            String module = module(name);
            assertTrue(module.lines().count() <= MAX_LINES, name + ".js is long");
            assertTrue(module.startsWith("// "), name + ".js says what it does");
            for (String forbidden :
                    List.of("innerHTML", "outerHTML", "insertAdjacent", "document.write", "eval(", "fetch(")) {
                assertFalse(module.contains(forbidden), name + ".js has " + forbidden);
            }
        }
    }

    @Test
    void nothingOfImportsAndExportsIsLeft() {
        String script = PageScript.load();
        assertFalse(Pattern.compile("(?m)^(import|export) ").matcher(script).find());
        assertFalse(script.contains("</script"), "it would end there");
    }
}
