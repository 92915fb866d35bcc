package io.kontor.testkit.database;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.jspecify.annotations.NullUnmarked;

/** A row of the control database. */
@Entity
@Table(name = "house_room")
@NullUnmarked
class RoomRow {

    @Id
    @Column(name = "id")
    long id;

    @Column(name = "name")
    String name;

    protected RoomRow() {}

    RoomRow(long id, String name) {
        this.id = id;
        this.name = name;
    }
}
