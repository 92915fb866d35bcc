package io.kontor.testkit.database;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs the tests of a class on a real MariaDB, with databases of their own that hold the named modules' tables. A
 * {@link TestDatabase} may be a parameter of the constructor or of any method; a workspace is bound to the thread.
 * Every test begins with empty tables.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Inherited
@Tag("db")
@ExtendWith(KontorDatabase.class)
public @interface DatabaseTest {

    /** The modules with tables in the workspace's database; their migrations are on the class path. */
    String[] workspace() default {};

    /** The modules with tables in the control database. */
    String[] control() default {};
}
