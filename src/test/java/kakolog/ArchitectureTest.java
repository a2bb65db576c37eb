package kakolog;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The import map of the house: which package may call which, and where each library lives. */
final class ArchitectureTest {
    private static final JavaClasses HOUSE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPath(Path.of("target/classes"));

    /** What each package may import of ours, besides id, JSpecify and itself. Packages not named here may import anything. */
    private static final Map<String, List<String>> MAP = Map.ofEntries(
            Map.entry("id", List.of()),
            Map.entry("text", List.of()),
            Map.entry("db", List.of()),
            Map.entry("access", List.of()),
            Map.entry("outbound", List.of()),
            Map.entry("discord", List.of("outbound")),
            Map.entry("web", List.of("access", "text", "template")),
            Map.entry("search", List.of("db", "access", "text")),
            Map.entry("content", List.of("access", "text", "search")),
            Map.entry("announcement", List.of("content", "text")),
            Map.entry("record", List.of("db")),
            Map.entry("blob", List.of("access", "text")),
            Map.entry("pdf", List.of()),
            Map.entry("chat", List.of("text")),
            Map.entry("session", List.of("web", "discord", "db", "access", "text", "record", "template")),
            Map.entry("evening", List.of("content", "session", "web", "db", "access", "text", "record", "template")),
            Map.entry(
                    "material",
                    List.of(
                            "blob",
                            "pdf",
                            "content",
                            "search",
                            "session",
                            "web",
                            "db",
                            "access",
                            "text",
                            "record",
                            "template")),
            Map.entry(
                    "chatlog",
                    List.of(
                            "blob",
                            "chat",
                            "content",
                            "discord",
                            "outbound",
                            "search",
                            "session",
                            "web",
                            "db",
                            "access",
                            "text",
                            "record",
                            "template")),
            Map.entry(
                    "archive",
                    List.of(
                            "chatlog",
                            "content",
                            "evening",
                            "material",
                            "search",
                            "web",
                            "access",
                            "text",
                            "db",
                            "template")),
            Map.entry(
                    "organizer",
                    List.of(
                            "content",
                            "evening",
                            "material",
                            "session",
                            "record",
                            "web",
                            "access",
                            "text",
                            "template")),
            // Looks after all of it, so it may look into any of it; nobody but commands and the start imports operate.
            Map.entry(
                    "operate",
                    List.of(
                            "announcement",
                            "archive",
                            "blob",
                            "chat",
                            "chatlog",
                            "content",
                            "discord",
                            "evening",
                            "material",
                            "organizer",
                            "outbound",
                            "pdf",
                            "record",
                            "search",
                            "session",
                            "web",
                            "access",
                            "text",
                            "db",
                            "template")));

    private static final List<String> MAY_IMPORT_ANYTHING = List.of("command", "demo", "template");

    /** The one home of each library. */
    private static final Map<String, List<String>> HOMES = Map.ofEntries(
            Map.entry("com.vladsch.flexmark..", List.of("text")),
            Map.entry("org.jsoup..", List.of("text", "operate")),
            Map.entry("org.snakeyaml..", List.of("content")),
            Map.entry("io.javalin..", List.of("web")),
            Map.entry("jakarta.servlet..", List.of("web")),
            Map.entry("org.eclipse.jetty..", List.of("web")),
            Map.entry("gg.jte..", List.of("web", "template")),
            Map.entry(
                    "org.jdbi..",
                    List.of("db", "search", "archive", "record", "session", "evening", "material", "chatlog")),
            Map.entry("org.sqlite..", List.of("db")),
            Map.entry("org.apache.pdfbox..", List.of("pdf")),
            Map.entry("org.apache.tika..", List.of("blob")),
            Map.entry("picocli..", List.of("command")),
            // operate asks nobody but kakolog itself, whose pages it writes as files.
            Map.entry("java.net.http..", List.of("outbound", "operate")),
            Map.entry("com.nimbusds..", List.of("discord")),
            Map.entry("dev.failsafe..", List.of("discord")),
            Map.entry("io.micrometer..", List.of("operate")),
            Map.entry("io.prometheus..", List.of("operate")));

    @Test
    void each_package_imports_only_what_the_map_allows() {
        MAP.forEach((name, allowed) -> {
            var forbidden = packages()
                    .filter(other -> !other.equals(name) && !other.equals("id") && !allowed.contains(other))
                    .map(other -> "kakolog." + other + "..")
                    .toArray(String[]::new);
            noClasses()
                    .that()
                    .resideInAPackage("kakolog." + name + "..")
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(forbidden).or(isInTheRoot()))
                    .allowEmptyShould(true)
                    .check(HOUSE);
        });
    }

    @Test
    void every_package_stands_on_the_map() {
        var known = new TreeSet<>(MAP.keySet());
        known.addAll(MAY_IMPORT_ANYTHING);
        assertEquals(known, new TreeSet<>(packages().toList()));
    }

    @Test
    void packages_form_no_circle() {
        slices().matching("kakolog.(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(resideInAPackage("kakolog.template.."), DescribedPredicate.alwaysTrue())
                .check(HOUSE);
    }

    @Test
    void only_commands_and_the_pages_of_the_demonstration_import_it() {
        noClasses()
                .that()
                .resideOutsideOfPackages("kakolog.demo..", "kakolog.command..", "kakolog.template..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("kakolog.demo..")
                .check(HOUSE);
    }

    @Test
    void each_library_has_its_home() {
        HOMES.forEach((library, homes) -> {
            var inside = homes.stream().map(home -> "kakolog." + home + "..").toArray(String[]::new);
            noClasses()
                    .that()
                    .resideOutsideOfPackages(inside)
                    .should()
                    .dependOnClassesThat()
                    .resideInAPackage(library)
                    .check(HOUSE);
        });
    }

    @Test
    void classes_are_final_or_closed() {
        classes()
                .that()
                .resideOutsideOfPackage("kakolog.template..")
                .and()
                .areNotInterfaces()
                .and()
                .areNotEnums()
                .and()
                .doNotHaveSimpleName("package-info")
                .and()
                .areNotAnonymousClasses()
                .should()
                .haveModifier(JavaModifier.FINAL)
                .check(HOUSE);
    }

    @Test
    void nobody_but_the_start_asks_the_time_or_the_environment() {
        noClasses()
                .that()
                .resideOutsideOfPackages("kakolog.command..", "kakolog.demo..")
                .and()
                .doNotHaveFullyQualifiedName("kakolog.Settings")
                .should()
                .callMethod(java.time.Clock.class, "systemUTC")
                .orShould()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(System.class, "getenv")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .check(HOUSE);
    }

    @Test
    void cookies_and_server_sessions_of_the_libraries_are_not_used() {
        noClasses()
                .should()
                .callMethodWhere(calls("io.javalin.http.Context", "cookie"))
                .orShould()
                .callMethodWhere(calls("jakarta.servlet.http.HttpServletRequest", "getSession"))
                .orShould()
                .callMethodWhere(calls("io.javalin.http.Context", "redirect"))
                .check(HOUSE);
    }

    private static DescribedPredicate<JavaMethodCall> calls(String owner, String method) {
        return DescribedPredicate.describe(
                "calls " + owner + "." + method,
                call -> call.getTargetOwner().getName().equals(owner)
                        && call.getName().equals(method));
    }

    private static Stream<String> packages() {
        return HOUSE.stream()
                .map(JavaClass::getPackageName)
                .filter(name -> name.startsWith("kakolog."))
                .map(name -> name.split("\\.", -1)[1])
                .distinct();
    }

    private static DescribedPredicate<JavaClass> isInTheRoot() {
        return DescribedPredicate.describe(
                "is in the root package", type -> type.getPackageName().equals("kakolog"));
    }
}
