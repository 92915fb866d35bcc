package io.kontor.database.internal;

import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;

/** Node settings, {@code etc/io.kontor.database.cfg}. An empty url means the embedded server. */
@ObjectClassDefinition(id = "io.kontor.database", name = "Database")
@interface DatabaseConfiguration {

    @AttributeDefinition(description = "jdbc:mariadb://host:port/ of another MariaDB; empty: the embedded one")
    String url() default "";

    @AttributeDefinition(description = "Account there; may create databases")
    String user() default "";

    @AttributeDefinition(description = "Its password")
    String password() default "";

    @AttributeDefinition(description = "Folder of the embedded server's files; empty: mariadb in the installation")
    String server_folder() default "";

    @AttributeDefinition(description = "Folder of its data; empty: mariadb in the data folder")
    String data_folder() default "";

    @AttributeDefinition(description = "TCP port on loopback; 0: a free one")
    int port() default 0;

    @AttributeDefinition(description = "InnoDB's page memory, MiB")
    int buffer_pool_megabytes() default 64;

    @AttributeDefinition(description = "Further options of mariadbd, separated by blanks")
    String options() default "";

    @AttributeDefinition(description = "How long a start or stop may take, seconds")
    int patience_seconds() default 120;
}
