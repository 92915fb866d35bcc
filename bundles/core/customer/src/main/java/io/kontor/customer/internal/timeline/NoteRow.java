package io.kontor.customer.internal.timeline;

import io.kontor.customer.CustomerId;
import io.kontor.kernel.UserId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

@Entity
@Table(name = "customer_note")
@NullUnmarked
class NoteRow {

    @Id
    @Column(name = "id")
    private UUID id;

    @Column(name = "customer_id")
    private UUID customer;

    @Column(name = "author_id")
    private UUID author;

    @Column(name = "author_name")
    private String authorName;

    @Column(name = "body")
    private String body;

    @Column(name = "written_at")
    private Instant writtenAt;

    @Column(name = "edited_at")
    private Instant editedAt;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    protected NoteRow() {}

    static NoteRow of(Note note) {
        NoteRow row = new NoteRow();
        row.id = note.id();
        row.customer = note.customer().value();
        row.author = note.author().map(UserId::value).orElse(null);
        row.authorName = note.authorName();
        row.writtenAt = note.writtenAt();
        row.take(note);
        return row;
    }

    void take(Note note) {
        body = note.body();
        editedAt = note.editedAt().orElse(null);
        deletedAt = note.deletedAt().orElse(null);
    }

    Note note() {
        return new Note(
                id,
                new CustomerId(customer),
                Optional.ofNullable(author).map(UserId::new),
                authorName,
                body,
                writtenAt,
                Optional.ofNullable(editedAt),
                Optional.ofNullable(deletedAt));
    }
}
