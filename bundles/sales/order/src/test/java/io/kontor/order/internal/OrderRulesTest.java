package io.kontor.order.internal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The directions of the house, for this module. */
class OrderRulesTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kontor.order");

    @Test
    void theModuleKnowsOnlyThePlatformAndTheApisThatItMay() {
        noClasses().should().dependOnClassesThat(new Foreign()).check(CLASSES);
    }

    @Test
    void onlyStoresSpeakToTheDatabase() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .haveSimpleNameNotEndingWith("Columns")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.kontor.store.Sql")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.kontor.store.Store")
                .check(CLASSES);
    }

    @Test
    void onlyResourcesAndTheirJsonSpeakHttp() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Resource")
                .and()
                .haveSimpleNameNotEndingWith("Query")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javax.ws.rs..")
                .check(CLASSES);
    }

    @Test
    void aResourceNeitherStoresNorOpensTransactions() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Store")
                .orShould()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.kontor.store.Transactions")
                .check(CLASSES);
    }

    @Test
    void theTimeComesFromTheClock() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .check(CLASSES);
    }

    @Test
    void nothingButTheApiIsExported() {
        classes()
                .that()
                .resideOutsideOfPackage("io.kontor.order")
                .should()
                .resideInAPackage("io.kontor.order.internal..")
                .check(CLASSES);
    }

    /** Our classes outside of what the module may know. */
    private static final class Foreign extends DescribedPredicate<JavaClass> {
        private static final Set<String> ALLOWED = Set.of(
                "io.kontor.kernel",
                "io.kontor.store",
                "io.kontor.events",
                "io.kontor.rest",
                "io.kontor.access",
                "io.kontor.order",
                "io.kontor.order.internal",
                "io.kontor.customer",
                "io.kontor.seller");

        Foreign() {
            super("belong to a part of the house that the module must not know");
        }

        @Override
        public boolean test(JavaClass type) {
            return type.getPackageName().startsWith("io.kontor.") && !ALLOWED.contains(type.getPackageName());
        }
    }
}
