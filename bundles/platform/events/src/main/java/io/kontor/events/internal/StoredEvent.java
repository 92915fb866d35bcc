package io.kontor.events.internal;

import io.kontor.events.ReceivedEvent;
import io.kontor.events.TailEvent;
import io.kontor.kernel.Ref;
import io.kontor.kernel.WorkspaceId;
import io.kontor.store.Row;

/** An event with the workspace it belongs to. */
record StoredEvent(WorkspaceId workspace, ReceivedEvent event) {

    /** What FIFO means: events of one key are handled in their order. */
    record Key(WorkspaceId workspace, Ref subject) {

        static Key of(Row row) {
            return new Key(
                    new WorkspaceId(row.string("workspace_id")),
                    new Ref(row.string("subject_type"), row.uuid("subject_id")));
        }
    }

    static StoredEvent of(Row row) {
        return of(row, row.number("position"));
    }

    static StoredEvent of(Row row, long position) {
        Key key = Key.of(row);
        return new StoredEvent(
                key.workspace(),
                new ReceivedEvent(
                        position,
                        row.string("name"),
                        row.integer("payload_schema"),
                        key.subject(),
                        row.instant("published_at"),
                        row.string("payload")));
    }

    StoredEvent at(long position) {
        ReceivedEvent e = event;
        return new StoredEvent(
                workspace, new ReceivedEvent(position, e.name(), e.schema(), e.subject(), e.at(), e.payload()));
    }

    long position() {
        return event.position();
    }

    Key key() {
        return new Key(workspace, event.subject());
    }

    TailEvent tail() {
        return new TailEvent(position(), workspace, event.name(), event.subject());
    }
}
