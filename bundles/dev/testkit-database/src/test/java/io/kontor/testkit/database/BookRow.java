package io.kontor.testkit.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/** A row as modules write them: UUID and Instant need no annotation. */
@Entity
@Table(name = "library_book")
@NullUnmarked
class BookRow {

    enum State {
        SHELF,
        LENT
    }

    @Id
    @Column(name = "id")
    UUID id;

    @Version
    @Column(name = "version")
    long version;

    @Column(name = "title")
    String title;

    @Column(name = "isbn")
    String isbn;

    @Enumerated(EnumType.STRING)
    @Column(name = "state")
    State state;

    @Column(name = "bought_at")
    Instant boughtAt;

    @Column(name = "returned_at")
    Instant returnedAt;

    @Column(name = "price")
    BigDecimal price;

    @Column(name = "owner_id")
    UUID ownerId;

    protected BookRow() {}

    BookRow(UUID id, String isbn, Instant boughtAt) {
        this.id = id;
        this.title = "Title of " + isbn;
        this.isbn = isbn;
        this.state = State.SHELF;
        this.boughtAt = boughtAt;
    }
}
