package io.kontor.rest.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.kontor.kernel.Actor;
import io.kontor.kernel.Ref;
import io.kontor.kernel.WorkspaceId;
import io.kontor.kernel.internal.ThreadWorkspaceContext;
import io.kontor.rest.Caller;
import io.kontor.rest.Hint;
import io.kontor.rest.HintAudience;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HintStreamsTest {

    private static final WorkspaceId OURS = new WorkspaceId("main");
    private static final WorkspaceId THEIRS = new WorkspaceId("second");
    private static final long NEVER = 3_600_000;
    private static final long SOON = 20;

    private final FakeTail tail = new FakeTail();
    private final Audience audience = new Audience();
    private final FakeBrowser browser = new FakeBrowser();
    private HintStreams streams;

    @BeforeEach
    void heartbeatsAreFar() {
        streams = streams(NEVER);
    }

    @AfterEach
    void theNodeStops() {
        streams.stop();
    }

    @Test
    void aBrowserHearsThatARecordChanged() throws IOException {
        begin(OptionalLong.empty());
        tail.happens(OURS, deal(7));
        assertEquals(hint(1, deal(7)), browser.next());
    }

    @Test
    void whatACallerMayNotReadIsNotHintedAt() throws IOException {
        begin(OptionalLong.empty());
        tail.happens(OURS, new Ref("payroll", new UUID(0, 1)), deal(2));
        assertEquals(hint(2, deal(2)), browser.next());
    }

    @Test
    void aRightThatIsWithdrawnEndsAtOnce() throws IOException {
        begin(OptionalLong.empty());
        tail.happens(OURS, deal(1));
        assertEquals(hint(1, deal(1)), browser.next());
        audience.hidden = "deal";
        tail.happens(OURS, deal(2));
        tail.happens(OURS, new Ref("order", new UUID(0, 3)));
        assertEquals(hint(3, new Ref("order", new UUID(0, 3))), browser.next());
    }

    @Test
    void anotherWorkspaceIsNeverHeard() throws IOException {
        begin(OptionalLong.empty());
        tail.happens(THEIRS, deal(1));
        tail.happens(OURS, deal(2));
        assertEquals(hint(2, deal(2)), browser.next());
    }

    @Test
    void severalChangesOfOneRecordAtOnceAreOneHint() throws IOException {
        begin(OptionalLong.empty());
        tail.happens(OURS, deal(1), deal(2), deal(1));
        assertEquals(hint(2, deal(2)), browser.next());
        assertEquals(hint(3, deal(1)), browser.next());
    }

    @Test
    void whoComesBackHearsWhatItMissed() throws IOException {
        tail.happens(OURS, deal(1), deal(2), deal(3));
        begin(OptionalLong.of(1));
        assertEquals(hint(2, deal(2)), browser.next());
        assertEquals(hint(3, deal(3)), browser.next());
    }

    @Test
    void whoMissedTooMuchIsToldToFetchEverything() throws IOException {
        tail.startAt(6_000);
        begin(OptionalLong.of(1));
        assertEquals("event: reset\nid: 6000\ndata: {}", browser.next());
        tail.happens(OURS, deal(1));
        assertEquals(hint(6_001, deal(1)), browser.next());
    }

    @Test
    void whoMissedWhatIsNoLongerKeptIsToldToFetchEverything() throws IOException {
        tail.startAt(40);
        tail.keepsFrom(30);
        begin(OptionalLong.of(12));
        assertEquals("event: reset\nid: 40\ndata: {}", browser.next());
    }

    @Test
    void whoMissedOnlyWhatIsStillKeptIsToldJustThat() throws IOException {
        tail.startAt(40);
        tail.keepsFrom(30);
        begin(OptionalLong.of(29));
        tail.happens(OURS, deal(1));
        assertEquals(hint(41, deal(1)), browser.next());
    }

    @Test
    void allBrowsersHearThatTheInstallationChanged() throws IOException {
        begin(OptionalLong.empty());
        FakeBrowser other = new FakeBrowser();
        begin(other, OptionalLong.empty());
        streams.tell("module");
        assertEquals("data: {\"type\":\"module\"}", browser.next());
        assertEquals("data: {\"type\":\"module\"}", other.next());
    }

    @Test
    void aPositionThatIsNotYetReachedMeansToFetchEverything() throws IOException {
        tail.happens(OURS, deal(1));
        begin(OptionalLong.of(Long.MAX_VALUE));
        assertEquals("event: reset\nid: 1\ndata: {}", browser.next());
    }

    @Test
    void aSilentStreamSaysThatItLives() throws IOException {
        streams.stop();
        streams = streams(SOON);
        begin(OptionalLong.empty());
        assertEquals("event: alive\ndata: {}", browser.next());
        assertEquals("event: alive\ndata: {}", browser.next());
    }

    @Test
    void aStreamWhoseLogInEndedIsClosed() throws IOException {
        streams.stop();
        streams = streams(SOON);
        begin(OptionalLong.empty());
        audience.known = false;
        assertTrue(browser.isLetGo());
        assertEquals(0, streams.size());
    }

    @Test
    void whoReadsTooSlowlyIsLetGoAndNothingOfItStays() throws IOException {
        HintStream stream = begin(OptionalLong.empty());
        browser.reading = false;
        for (int i = 0; i < 1_000; i++) {
            stream.send("data: " + i);
        }
        assertEquals(1, streams.size(), "a thousand may wait");
        stream.send("data: one too many");
        assertTrue(browser.isLetGo());
        assertEquals(0, streams.size());
        assertEquals(0, tail.listeners());
    }

    @Test
    void aSlowReaderHoldsUpNobodyElse() throws IOException {
        begin(OptionalLong.empty());
        browser.reading = false;
        FakeBrowser other = new FakeBrowser();
        begin(other, OptionalLong.empty());
        tail.happens(OURS, deal(1));
        assertEquals(hint(1, deal(1)), other.next());
    }

    @Test
    void theStopOfANodeEndsItsStreams() throws IOException {
        begin(OptionalLong.empty());
        streams.stop();
        assertTrue(browser.isLetGo());
    }

    private HintStreams streams(long heartbeat) {
        return new HintStreams(tail, audience, new ThreadWorkspaceContext(), new Heartbeat(heartbeat));
    }

    private HintStream begin(OptionalLong position) throws IOException {
        return begin(browser, position);
    }

    private HintStream begin(FakeBrowser far, OptionalLong position) throws IOException {
        AtomicReference<HintStream> self = new AtomicReference<>();
        HintStream stream = new HintStream(OURS, new Known(), far.connection(), () -> streams.end(self.get()));
        self.set(stream);
        streams.begin(stream, position);
        stream.onWritePossible();
        return stream;
    }

    private static Ref deal(int number) {
        return new Ref("deal", new UUID(0, number));
    }

    private static String hint(long position, Ref subject) {
        return "id: " + position + "\ndata: {\"type\":\"" + subject.type() + "\",\"id\":\"" + subject.id()
                + "\",\"version\":" + position + "}";
    }

    /** Anybody may hear everything but what is hidden. */
    private static final class Audience implements HintAudience {

        private volatile String hidden = "payroll";
        private volatile boolean known = true;

        @Override
        public void admit(Caller caller) {
            throw new UnsupportedOperationException("the servlet asks");
        }

        @Override
        public boolean mayHear(Caller caller, Hint hint) {
            return !hint.type().equals(hidden);
        }

        @Override
        public boolean stillKnown(Caller caller) {
            return known;
        }
    }

    private record Known() implements Caller {

        @Override
        public Actor actor() {
            return new Actor(Actor.Kind.USER, Optional.empty(), "Ann");
        }

        @Override
        public boolean known() {
            return true;
        }
    }

    private record Heartbeat(long heartbeat_milliseconds) implements RestSettings {

        @Override
        public int max_body_bytes() {
            return 0;
        }

        @Override
        public boolean behind_proxy() {
            return false;
        }

        @Override
        public long hold_milliseconds() {
            return 0;
        }

        @Override
        public int held_requests() {
            return 1;
        }

        @Override
        public int requests_per_module() {
            return 30;
        }

        @Override
        public Class<? extends Annotation> annotationType() {
            return RestSettings.class;
        }
    }
}
