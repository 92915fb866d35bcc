package io.kontor.pipeline;

import io.kontor.events.DomainEvent;
import io.kontor.kernel.Ref;

/** What happens to deals. */
public sealed interface DealEvent extends DomainEvent {

    DealId deal();

    long version();

    @Override
    default Ref subject() {
        return new Ref("deal", deal().value());
    }

    /** A new deal. */
    record Opened(DealId deal, PipelineId pipeline, StageId stage, long version) implements DealEvent {
        public static final String NAME = "pipeline.deal-opened";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** It went to another stage. */
    record Moved(DealId deal, StageId from, StageId to, long version) implements DealEvent {
        public static final String NAME = "pipeline.deal-moved";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** Some field changed. */
    record Changed(DealId deal, long version) implements DealEvent {
        public static final String NAME = "pipeline.deal-changed";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** It was won. */
    record Won(DealId deal, long version) implements DealEvent {
        public static final String NAME = "pipeline.deal-won";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** It was lost. */
    record Lost(DealId deal, String reason, long version) implements DealEvent {
        public static final String NAME = "pipeline.deal-lost";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** A closed deal is open again. */
    record Reopened(DealId deal, long version) implements DealEvent {
        public static final String NAME = "pipeline.deal-reopened";

        @Override
        public String name() {
            return NAME;
        }
    }

    /** The deal and everything about it is gone, as only sample data goes. */
    record Removed(DealId deal, long version) implements DealEvent {
        public static final String NAME = "pipeline.deal-removed";

        @Override
        public String name() {
            return NAME;
        }
    }
}
