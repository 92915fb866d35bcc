package io.kontor.rest.internal;

import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A running door with the endpoint {@code /api/note}. */
abstract class NotesAtTheDoor {

    static final String NOTE = "{\"title\":\"a\",\"stars\":1}";

    final NoteResource notes = new NoteResource();
    RunningDoor door;

    @BeforeEach
    void start() throws Exception {
        door = new RunningDoor();
        door.endpoints.open("note", List.of(notes));
    }

    @AfterEach
    void stop() throws Exception {
        door.close();
    }
}
