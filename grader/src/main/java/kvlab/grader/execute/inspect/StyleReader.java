package kvlab.grader.execute.inspect;

import com.puppycrawl.tools.checkstyle.ConfigurationLoader;
import com.puppycrawl.tools.checkstyle.DefaultContext;
import com.puppycrawl.tools.checkstyle.LocalizedMessage;
import com.puppycrawl.tools.checkstyle.ModuleFactory;
import com.puppycrawl.tools.checkstyle.PackageObjectFactory;
import com.puppycrawl.tools.checkstyle.PropertiesExpander;
import com.puppycrawl.tools.checkstyle.TreeWalker;
import com.puppycrawl.tools.checkstyle.api.AbstractFileSetCheck;
import com.puppycrawl.tools.checkstyle.api.CheckstyleException;
import com.puppycrawl.tools.checkstyle.api.Configuration;
import com.puppycrawl.tools.checkstyle.api.FileText;
import com.puppycrawl.tools.checkstyle.api.Violation;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import kvlab.grader.intake.SourceFile;
import org.xml.sax.InputSource;

/**
 * Runs Checkstyle with the rules of {@code style.xml}. Its parser is recursive: a hostile source may exhaust the stack
 * or the heap, so this must run in a child process. The sources exist in memory only, because the sandbox has no files,
 * so this calls Checkstyle's components directly.
 */
public final class StyleReader {

    private static final int MAX_FINDINGS = 100;
    private static final int MAX_MESSAGE_LENGTH = 300;

    /** @throws IOException if Checkstyle fails on a source */
    public Style read(List<SourceFile> sources) throws IOException {
        LocalizedMessage.setLocale(Locale.ENGLISH);
        try {
            List<Style.Finding> findings = new ArrayList<>();
            for (AbstractFileSetCheck check : checks()) {
                for (SourceFile source : sources) {
                    FileText text = new FileText(
                            new File(source.name()), source.text().lines().toList());
                    check.process(text.getFile(), text)
                            .forEach(violation -> findings.add(finding(source.name(), violation)));
                }
                check.finishProcessing();
                check.destroy();
            }
            findings.sort(Comparator.comparing(Style.Finding::file)
                    .thenComparing(Style.Finding::line)
                    .thenComparing(Style.Finding::message));
            return new Style(
                    findings.size(), findings.stream().limit(MAX_FINDINGS).toList());
        } catch (CheckstyleException e) {
            throw new IOException(e);
        }
    }

    private static Style.Finding finding(String file, Violation violation) {
        String message = violation.getViolation().replaceAll("\\s+", " ");
        return new Style.Finding(
                file,
                violation.getLineNo(),
                message.length() <= MAX_MESSAGE_LENGTH ? message : message.substring(0, MAX_MESSAGE_LENGTH) + " ...");
    }

    private static List<AbstractFileSetCheck> checks() throws CheckstyleException, IOException {
        ModuleFactory modules =
                new PackageObjectFactory(TreeWalker.class.getPackageName(), TreeWalker.class.getClassLoader());
        List<AbstractFileSetCheck> checks = new ArrayList<>();
        for (Configuration rule : rules().getChildren()) {
            AbstractFileSetCheck check = (AbstractFileSetCheck) modules.createModule(rule.getName());
            if (check instanceof TreeWalker walker) {
                walker.setModuleFactory(modules);
            }
            DefaultContext context = new DefaultContext();
            context.add("severity", "warning");
            context.add("tabWidth", "4");
            check.contextualize(context);
            check.configure(rule);
            check.init();
            check.beginProcessing(StandardCharsets.UTF_8.name());
            checks.add(check);
        }
        return checks;
    }

    private static Configuration rules() throws CheckstyleException, IOException {
        try (InputStream rules = StyleReader.class.getResourceAsStream("style.xml")) {
            return ConfigurationLoader.loadConfiguration(
                    new InputSource(rules),
                    new PropertiesExpander(new Properties()),
                    ConfigurationLoader.IgnoredModulesOptions.OMIT);
        }
    }
}
