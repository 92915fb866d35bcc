package io.kontor.connector.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Node settings, in {@code etc/io.kontor.connector.cfg}. */
@ObjectClassDefinition(id = ConnectorConfig.PID, name = "Shop connectors")
public @interface ConnectorConfig {

    String PID = "io.kontor.connector";
    /** The public address is the whole installation's; {@code etc/io.kontor.access.cfg} has it as {@code public.url}. */
    String ADDRESS_PID = "io.kontor.access";

    @AttributeDefinition(
            name = "Allowed private targets",
            description = "host:port of shops inside the house (loopback, private networks); all others are refused")
    String[] allowedPrivateTargets() default {};

    @AttributeDefinition(
            name = "Public address",
            description = "Where shops and browsers reach this installation, for example https://crm.example.com")
    String public_url() default "";

    @AttributeDefinition(name = "Patience", description = "Seconds that a shop may take for an answer")
    int answerTimeoutSeconds() default 60;

    @AttributeDefinition(name = "Largest answer", description = "Bytes of a shop's answer at most")
    int maxAnswerBytes() default 64 * 1024 * 1024;

    @AttributeDefinition(
            name = "Sweep",
            description = "Seconds between two reconciliations of a shop that cannot send us messages")
    int sweepSeconds() default 60;
}
