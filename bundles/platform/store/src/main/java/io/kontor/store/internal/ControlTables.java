package io.kontor.store.internal;

import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/** Qualifies the tables of a control unit, whose entities are also written from a workspace's transaction. */
record ControlTables(String control) implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        session.getLogin().setTableQualifier(control);
    }
}
