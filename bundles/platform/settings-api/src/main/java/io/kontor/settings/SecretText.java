package io.kontor.settings;

/**
 * A secret among a module's settings: sealed in the database, write-only over REST, and silent in logs.
 *
 * @param plain the secret itself
 */
public record SecretText(String plain) {

    @Override
    public String toString() {
        return "SecretText";
    }
}
