package io.kontor.it.house;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The habits that a machine can check. */
class HabitsTest {

    private static final int LONGEST_FILE = 300;

    private static final JavaClasses ALL = House.classesOfAll();

    @Test
    void timeComesFromTheClockAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.kontor.kernel..", "io.kontor.testkit..", "io.kontor.fake..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(LocalDate.class, "now")
                .orShould()
                .callMethod(LocalDateTime.class, "now")
                .orShould()
                .callMethod(ZonedDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(java.util.Date.class)
                .orShould()
                .callMethod(Clock.class, "systemUTC")
                .because("a test must be able to move the time")
                .check(ALL);
    }

    @Test
    void onlyStoresTouchTheDatabase() {
        noClasses()
                .that(outsidePlatform())
                .and()
                .haveNameNotMatching(".*(Store|Row|Rows)(\\$.*)?")
                .and()
                .resideOutsideOfPackages("io.kontor.testkit..")
                .should()
                .dependOnClassesThat(nameMatching("jakarta\\.persistence\\..*"))
                .orShould()
                .dependOnClassesThat(nameMatching("java\\.sql\\..*"))
                .check(ALL);
    }

    @Test
    void resourcesParseAuthoriseAndAnswerAndOpenNoTransaction() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Resource")
                .and(outsidePlatform())
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.kontor.store.Transactions")
                .check(ALL);
    }

    @Test
    void servicesKnowNothingOfHttp() {
        noClasses()
                .that()
                .haveSimpleNameEndingWith("Service")
                .or()
                .haveSimpleNameEndingWith("Store")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("javax.ws.rs..", "javax.servlet..")
                .check(ALL);
    }

    @Test
    void moneyIsNeverFloating() {
        fields().that()
                .areDeclaredInClassesThat(outsidePlatform())
                .and()
                .areDeclaredInClassesThat(resideInAPackage("io.kontor.."))
                .should()
                .notHaveRawType(double.class)
                .andShould()
                .notHaveRawType(float.class)
                .check(ALL);
    }

    @Test
    void namesSayWhatAClassIs() {
        classes()
                .that()
                .areTopLevelClasses()
                .should()
                .haveNameNotMatching(".*(Utils?|Helper|Manager|Impl|Common|DTO|Dto)")
                .andShould()
                .haveNameNotMatching(".*\\.(Default|Abstract)[A-Z].*")
                .check(ALL);
    }

    @Test
    void filesStayReadable() {
        List<String> tooLong = Stream.of(".java", ".ts", ".vue")
                .flatMap(suffix -> House.sources(suffix).stream())
                .filter(file -> lines(file) > LONGEST_FILE)
                .map(file -> House.ROOT.relativize(file).toString())
                .toList();
        assertEquals(List.of(), tooLong);
    }

    private static long lines(Path file) {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaClass> outsidePlatform() {
        List<String> platform = House.modules().values().stream()
                .filter(module -> List.of("platform", "dev").contains(module.group()))
                .map(module -> "io.kontor." + module.word().replaceFirst("-.*", "") + "..")
                .toList();
        return DescribedPredicate.not(DescribedPredicate.or(
                platform.stream().map(name -> resideInAPackage(name)).toList()));
    }
}
