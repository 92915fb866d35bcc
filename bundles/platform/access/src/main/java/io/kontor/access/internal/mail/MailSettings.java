package io.kontor.access.internal.mail;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Node settings, {@code etc/io.kontor.access.mail.cfg}. */
@ObjectClassDefinition(name = "Mail")
public @interface MailSettings {

    /** How the connection to the mail server is protected. */
    enum Security {
        STARTTLS,
        TLS,
        NONE
    }

    @AttributeDefinition(description = "The mail server; empty: mails are put into the outbox folder as .eml files")
    String smtp_host() default "";

    @AttributeDefinition(description = "Its port; 587 with STARTTLS, 465 with TLS")
    int smtp_port() default 587;

    @AttributeDefinition(description = "How the connection is protected: STARTTLS, TLS or NONE")
    Security smtp_security() default Security.STARTTLS;

    @AttributeDefinition(description = "The account there; empty for none")
    String smtp_user() default "";

    @AttributeDefinition(description = "The account's password")
    String smtp_password() default "";

    @AttributeDefinition(description = "How long the mail server may take to answer, in seconds")
    int smtp_timeout_seconds() default 20;

    @AttributeDefinition(description = "The sender's address")
    String mail_from() default "kontor@localhost";

    @AttributeDefinition(description = "The outbox folder; empty for outbox in the data folder")
    String outbox_folder() default "";
}
