package io.kontor.settings;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a component of a settings record that people may set; one without it is the module's own memory and never shown.
 * The component's type says how it is entered: {@code boolean}, {@code int} or {@code long}, {@code String}, or an
 * {@code Optional} of {@code Integer}, {@code Long} or {@code String} where it may be empty; {@code
 * Optional<SecretText>} is a secret. Its words are in the module's texts: {@code <module>.settings.<component>} and the
 * same with {@code .help}; those of a choice with {@code .<choice>}.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Setting {

    /** What a number counts. */
    Unit unit() default Unit.NONE;

    /** The smallest number. */
    long least() default 0;

    /** The largest number, and the greatest length of a text. */
    long most() default 500;

    /** The only values of a text. */
    String[] choices() default {};

    /** A text that is a country, ISO 3166-1 alpha-2. */
    boolean country() default false;

    /** Units of numbers. */
    enum Unit {
        NONE,
        MINUTES,
        HOURS,
        DAYS,
        PIECES
    }
}
