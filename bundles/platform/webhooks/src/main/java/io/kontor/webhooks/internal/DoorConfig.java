package io.kontor.webhooks.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Node settings of the door, in {@code etc/io.kontor.webhooks.cfg}. */
@ObjectClassDefinition(id = "io.kontor.webhooks", name = "Incoming webhooks")
@interface DoorConfig {

    @AttributeDefinition(name = "Largest message", description = "Bytes; a larger one is answered with 413")
    int maxBodyBytes() default 5 * 1024 * 1024;

    @AttributeDefinition(
            name = "Hold",
            description = "Seconds that a message waits for a module that is away; then it is answered with 503")
    int holdSeconds() default 10;

    @AttributeDefinition(
            name = "Held at once",
            description = "Messages that may wait for modules at the same time; the next one is answered with 503")
    int heldAtOnce() default 50;

    @AttributeDefinition(
            name = "Retention",
            description = "Days that a processed message is kept; as long, the same delivery is recognised")
    int retentionDays() default 30;
}
