package io.kontor.store.internal;

import org.eclipse.persistence.descriptors.ClassDescriptor;
import org.eclipse.persistence.mappings.DatabaseMapping;
import org.eclipse.persistence.mappings.converters.UUIDConverter;
import org.eclipse.persistence.mappings.foundation.AbstractDirectMapping;
import org.eclipse.persistence.sessions.Session;
import org.eclipse.persistence.sessions.SessionCustomizer;

/**
 * What cannot be said by properties: UUIDs pass as they are and {@link ColumnTypes} makes them bytes, where EclipseLink
 * by itself would write text; and the tables of a control unit are qualified, because they are also written from a
 * workspace's transaction.
 */
record UnitCustomizer(Scope scope, String control) implements SessionCustomizer {

    @Override
    public void customize(Session session) {
        if (scope == Scope.CONTROL) {
            session.getLogin().setTableQualifier(control);
        }
        for (ClassDescriptor descriptor : session.getDescriptors().values()) {
            descriptor.getMappings().forEach(UnitCustomizer::keepUuid);
        }
    }

    private static void keepUuid(DatabaseMapping mapping) {
        if (mapping instanceof AbstractDirectMapping direct && direct.getConverter() instanceof UUIDConverter) {
            direct.setConverter(null);
        }
    }
}
