package io.kontor.customer.internal;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kontor.store.Store;
import io.kontor.store.Transactions;
import org.junit.jupiter.api.Test;

class CustomerRulesTest {

    private static final JavaClasses MODULE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kontor.customer");

    @Test
    void onlyStoresAndTheReaderSpeakSql() {
        noClasses()
                .that()
                .haveSimpleNameNotEndingWith("Store")
                .and()
                .doNotHaveSimpleName("CustomerReader")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Store.class)
                .check(MODULE);
    }

    @Test
    void resourcesOpenNoTransactionAndKnowNoStore() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Transactions.class)
                .orShould()
                .dependOnClassesThat()
                .haveSimpleNameEndingWith("Store")
                .check(MODULE);
    }

    @Test
    void rowsStayInTheirPackage() {
        classes()
                .that()
                .haveSimpleNameEndingWith("Row")
                .should()
                .bePackagePrivate()
                .check(MODULE);
    }

    @Test
    void theCoreKnowsThePlatformAndNoBusinessModule() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "io.kontor.seller..",
                        "io.kontor.order..",
                        "io.kontor.catalog..",
                        "io.kontor.pipeline..",
                        "io.kontor.connector..")
                .check(MODULE);
    }
}
