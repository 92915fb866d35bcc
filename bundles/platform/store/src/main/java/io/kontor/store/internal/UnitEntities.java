package io.kontor.store.internal;

import io.kontor.store.ModuleStopped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.net.URL;
import java.sql.Connection;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.eclipse.persistence.config.PersistenceUnitProperties;
import org.eclipse.persistence.jpa.PersistenceProvider;
import org.jspecify.annotations.Nullable;

/** The entity classes of one module. EclipseLink is started for them at the first use. */
final class UnitEntities implements AutoCloseable {

    private final UnitDefinition unit;
    private final String control;
    private final Supplier<Connection> bound;
    private @Nullable EntityManagerFactory factory;
    private boolean closed;

    UnitEntities(UnitDefinition unit, String control, Supplier<Connection> bound) {
        this.unit = unit;
        this.control = control;
        this.bound = bound;
    }

    EntityManager open() {
        return factory().createEntityManager();
    }

    private synchronized EntityManagerFactory factory() {
        if (closed) {
            throw new ModuleStopped(unit.name());
        }
        EntityManagerFactory known = factory;
        if (known == null) {
            known = start();
            factory = known;
        }
        return known;
    }

    private EntityManagerFactory start() {
        if (unit.entities().isEmpty()) {
            throw new IllegalStateException("Module " + unit.name() + " lists no entity in META-INF/persistence.xml");
        }
        ClassLoader loader = new EntityLoader(unit.loader());
        Thread thread = Thread.currentThread();
        ClassLoader former = thread.getContextClassLoader();
        thread.setContextClassLoader(loader);
        try {
            return new PersistenceProvider()
                    .createContainerEntityManagerFactory(
                            new UnitInfo(unit, new BoundDataSource(bound), loader), properties());
        } finally {
            thread.setContextClassLoader(former);
        }
    }

    private Map<String, Object> properties() {
        Map<String, Object> properties = new HashMap<>();
        properties.put(PersistenceUnitProperties.SESSION_NAME, unit.session());
        properties.put(PersistenceUnitProperties.TARGET_DATABASE, ColumnTypes.class.getName());
        properties.put(PersistenceUnitProperties.WEAVING, "false");
        properties.put(PersistenceUnitProperties.CACHE_SHARED_DEFAULT, "false");
        properties.put(PersistenceUnitProperties.BATCH_WRITING, "JDBC");
        properties.put(PersistenceUnitProperties.LOGGING_LOGGER, "JavaLogger");
        properties.put(PersistenceUnitProperties.LOGGING_LEVEL, "SEVERE");
        properties.put(PersistenceUnitProperties.DDL_GENERATION, PersistenceUnitProperties.NONE);
        properties.put(PersistenceUnitProperties.SESSION_CUSTOMIZER, new UnitCustomizer(unit.scope(), control));
        return properties;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (factory != null) {
            factory.close();
        }
    }

    /** The module's classes first, then those of EclipseLink and of the store. */
    private static final class EntityLoader extends ClassLoader {

        private final ClassLoader module;

        private EntityLoader(ClassLoader module) {
            super(PersistenceProvider.class.getClassLoader());
            this.module = module;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            try {
                return module.loadClass(name);
            } catch (ClassNotFoundException e) {
                return fallback(name, resolve);
            }
        }

        /** EclipseLink reads the annotations out of the class files. */
        @Override
        public @Nullable URL getResource(String name) {
            URL found = module.getResource(name);
            if (found == null && name.startsWith("io/kontor/store/")) {
                return UnitEntities.class.getClassLoader().getResource(name);
            }
            return found == null ? super.getResource(name) : found;
        }

        private Class<?> fallback(String name, boolean resolve) throws ClassNotFoundException {
            return name.startsWith("io.kontor.store.")
                    ? Class.forName(name, false, UnitEntities.class.getClassLoader())
                    : super.loadClass(name, resolve);
        }
    }
}
