package io.kontor.it.browser;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.kontor.fake.woocommerce.FakeWooCommerce;
import io.kontor.fake.woocommerce.HistoryPlan;
import io.kontor.fake.woocommerce.ShopConfig;
import io.kontor.it.KontorDistribution;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The way of each person through the real pages of the real product, from the set-up link to two at one board. */
@Tag("ui")
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class PeopleAtPagesTest {

    private static final int ORDERS = 120;
    private static final int BUYERS = 40;
    private static final Duration SLEEP = Duration.ofMinutes(5);
    private static final Duration MODULES = Duration.ofMinutes(5);
    private static final FakeWooCommerce SHOP = open();

    @RegisterExtension
    static final KontorDistribution kontor = KontorDistribution.fresh()
            .withSetting(
                    "io.kontor.connector.cfg",
                    "allowedPrivateTargets = 127.0.0.1:"
                            + URI.create(SHOP.url()).getPort());

    private static Optional<Walk.Begun> sleeper = Optional.empty();
    private static Walk people = new Walk(kontor, new ObjectMapper().createObjectNode());

    private static FakeWooCommerce open() {
        try {
            return FakeWooCommerce.start(ShopConfig.local());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @BeforeAll
    static void tellWhoAndWhere() throws IOException {
        SHOP.history(HistoryPlan.of(ORDERS, BUYERS, Instant.now().minus(Duration.ofDays(1))));
        String link = kontor.admin("setup-link").text().strip();
        ObjectNode facts = new ObjectMapper().createObjectNode();
        facts.put("sleepSeconds", SLEEP.toSeconds());
        facts.put("link", link.substring(link.indexOf("/setup")));
        facts.putObject("proprietor").put("email", "paula@shop.example").put("password", "a-long-passphrase-for-tea");
        facts.putObject("shop")
                .put("url", SHOP.url())
                .put("key", SHOP.consumerKey())
                .put("secret", SHOP.consumerSecret());
        facts.put("kar", kontor.home().resolve("modules/pipeline.kar").toString());
        people = new Walk(kontor, facts);
    }

    @AfterAll
    static void closeShop() {
        sleeper.ifPresent(Walk.Begun::close);
        SHOP.close();
    }

    @Test
    @Order(1)
    void theFirstProprietorSetsUpByTheLink() throws Exception {
        people.take("setUp");
    }

    @Test
    @Order(2)
    void theFirstStepsAreShownOnceAndNeverAgainAtAnyScreen() throws Exception {
        people.take("firstSteps");
    }

    @Test
    @Order(3)
    void theProprietorConnectsTheShopAndIsToldWhenItsKeysAreWrong() throws Exception {
        people.take("connectShop");
    }

    @Test
    @Order(4)
    void aPageFallsAsleepBeforeTheOthersBegin() throws Exception {
        Walk.Begun begun = people.begin("sleeper");
        sleeper = Optional.of(begun);
        begun.awaitLine("asleep");
    }

    @Test
    @Order(5)
    void aSalesManagerMovesPlansLosesAndWinsADeal() throws Exception {
        people.take("deals");
    }

    @Test
    @Order(6)
    void aCustomerIsMadeFoundAndNotedDown() throws Exception {
        people.take("customers");
    }

    @Test
    @Order(7)
    void aColleagueComesInByACopiedLinkAndSeesWhatTheRoleAllows() throws Exception {
        people.take("colleagues");
    }

    @Test
    @Order(8)
    void twoAtOneBoardSeeEachOtherAtOnceAndOnlyOneOfThemWins() throws Exception {
        people.take("together");
    }

    @Test
    @Order(9)
    void aDocumentThatWasSetAsideIsTriedAgainOrGivenUp() throws Exception {
        people.take("setAside");
    }

    @Test
    @Order(10)
    void whoLooksLikeTheSameCustomerIsMergedSeparatedAndToldApart() throws Exception {
        people.take("same");
    }

    @Test
    @Order(11)
    void whatGoesWrongIsToldInTheReadersLanguage() throws Exception {
        people.take("languages");
    }

    @Test
    @Order(12)
    void theLastOrderOfACallerIsFoundByPhoneInTenSecondsWithoutTheMouse() throws Exception {
        people.take("lastOrder");
    }

    @Test
    @Order(13)
    void thePaletteDoesAndFindsAnything() throws Exception {
        people.take("palette");
    }

    @Test
    @Order(14)
    void everyListIsUsedByKeyboardAndTheFocusIsAlwaysSeen() throws Exception {
        people.take("lists");
    }

    @Test
    @Order(15)
    void aDealIsMadeAndMovedByKeyboardAndEveryStepIsSaidAloud() throws Exception {
        people.take("dealByKeyboard");
    }

    @Test
    @Order(16)
    void whatIsChangedByOnePressIsTakenBackByOnePress() throws Exception {
        people.take("undo");
    }

    @Test
    @Order(17)
    void everyPageHasWordsForNothingForWaitingForFailureAndForRefusal() throws Exception {
        people.take("states");
    }

    @Test
    @Order(18)
    void aCustomerWithAThousandEntriesIsUsableAtOnce() throws Exception {
        people.take("history");
    }

    @Test
    @Order(19)
    void everyPageIsSoundInEnglishLightDarkWideAndNarrow() throws Exception {
        people.take("everywhereInEnglish");
    }

    @Test
    @Order(20)
    void everyPageIsSoundInGermanLightDarkWideAndNarrow() throws Exception {
        people.take("everywhereInGerman");
    }

    @Test
    @Order(21)
    void everyPageIsSoundInRussianLightDarkWideAndNarrow() throws Exception {
        people.take("everywhereInRussian");
    }

    @Test
    @Order(22)
    void aModuleIsUpdatedRemovedAndBroughtBackAndNothingThatAColleagueTypesIsLost() throws Exception {
        people.begin("modules").end(MODULES.toSeconds());
    }

    @Test
    @Order(23)
    void whatTheBusinessSetsHoldsAtOnceForEverybodyAndIsTakenBackByOnePress() throws Exception {
        people.take("setting");
    }

    @Test
    @Order(100)
    void aPageThatSleptFiveMinutesCatchesUpWithoutBeingLoadedAgain() throws Exception {
        Walk.Begun begun = sleeper.orElseThrow(() -> new AssertionError("The page has not fallen asleep"));
        begun.tell("the others are done");
        begun.end(SLEEP.plusMinutes(1).toSeconds());
    }
}
