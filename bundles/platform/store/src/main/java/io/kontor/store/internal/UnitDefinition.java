package io.kontor.store.internal;

import java.net.URL;
import java.util.List;

/**
 * What a module brings to have tables.
 *
 * @param name the module's name
 * @param session tells this version of the module from earlier ones that still shut down
 * @param migrations the files of {@code db/<module>/}, by name
 * @param entities the names of the entity classes, empty for a module that only writes SQL
 * @param folder the address of {@code db/<module>/}; EclipseLink wants a place to look around in
 * @param loader finds the entity classes
 */
public record UnitDefinition(
        String name,
        Scope scope,
        String session,
        List<MigrationFile> migrations,
        List<String> entities,
        URL folder,
        ClassLoader loader) {

    public UnitDefinition {
        migrations = List.copyOf(migrations);
        entities = List.copyOf(entities);
    }

    /**
     * A migration as the module carries it.
     *
     * @param name the file's name, {@code V0001__what.sql}
     */
    public record MigrationFile(String name, String statements) {}
}
