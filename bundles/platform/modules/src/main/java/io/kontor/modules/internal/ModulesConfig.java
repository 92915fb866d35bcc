package io.kontor.modules.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Node settings, {@code etc/io.kontor.modules.cfg}. */
@ObjectClassDefinition(id = "io.kontor.modules", name = "Modules")
public @interface ModulesConfig {

    @AttributeDefinition(description = "How long one bundle may take to start or stop, seconds")
    int startSeconds() default 30;

    @AttributeDefinition(description = "How long a started module may take until all its parts are ready, seconds")
    int readySeconds() default 30;

    @AttributeDefinition(description = "How long requests in flight are waited for before a module is stopped, seconds")
    int drainSeconds() default 5;

    @AttributeDefinition(
            description = "Folder of the modules that came with the distribution; empty: modules beside bin")
    String shippedFolder() default "";

    @AttributeDefinition(
            description = "Folder with the certificates (*.pem) of publishers whose modules are trusted; empty:"
                    + " trusted-publishers beside this file")
    String publishersFolder() default "";
}
