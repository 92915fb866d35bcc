package io.kontor.testkit;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/**
 * The rules of the room, for one module: whom it knows, and who in it may speak to whom. A module's test extends this
 * and names its word and the words of the {@code -api}s that it uses; the platform may be used by every module.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ModuleRules {

    private static final List<String> PLATFORM =
            List.of("kernel", "store", "settings", "events", "jobs", "rest", "access", "webhooks", "telemetry");

    private final String home;
    private final Set<String> known = new TreeSet<>();
    private final JavaClasses module;

    /**
     * @param word the module's one word, for example {@code pipeline}
     * @param apis the words of the other modules whose {@code -api} it may use
     */
    protected ModuleRules(String word, String... apis) {
        home = "io.kontor." + word;
        PLATFORM.forEach(platform -> known.add("io.kontor." + platform));
        List.of(apis).forEach(api -> known.add("io.kontor." + api));
        module = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages(home);
    }

    @Test
    final void itKnowsThePlatformAndTheApisThatItMay() {
        noClasses()
                .should()
                .dependOnClassesThat(DescribedPredicate.describe("belong to others than " + known, this::isForeign))
                .check(module);
    }

    private boolean isForeign(JavaClass type) {
        String name = type.getPackageName();
        boolean own = name.equals(home) || name.startsWith(home + ".");
        return name.startsWith("io.kontor.") && !own && !known.contains(name);
    }

    @Test
    final void onlyStoresAndReadersSpeakToTheDatabase() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .haveSimpleNameNotEndingWith("Reader")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.kontor.store.Store")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.kontor.store.Sql")
                .check(module);
    }

    @Test
    final void onlyResourcesAndTheirQueriesSpeakHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotEndingWith("Query")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.ws.rs..", "javax.servlet..")
                .check(module);
    }

    @Test
    final void aResourceNeitherStoresNorOpensTransactions() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Store")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.kontor.store.Transactions")
                .allowEmptyShould(true)
                .check(module);
    }

    @Test
    final void rowsStayInTheirPackage() {
        classes()
                .that()
                .areAnnotatedWith("jakarta.persistence.Entity")
                .should()
                .bePackagePrivate()
                .allowEmptyShould(true)
                .check(module);
    }

    @Test
    final void nothingButTheApiIsExported() {
        classes()
                .that()
                .resideOutsideOfPackage(home)
                .should()
                .resideInAPackage(home + ".internal..")
                .allowEmptyShould(true)
                .check(module);
    }
}
