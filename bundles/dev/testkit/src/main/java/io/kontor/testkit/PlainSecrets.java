package io.kontor.testkit;

import io.kontor.settings.Secrets;
import java.nio.charset.StandardCharsets;

/** Encrypts nothing, but insists like the real one that a secret is opened for the purpose it was sealed for. */
public final class PlainSecrets implements Secrets {

    private static final String SEPARATOR = "\u001f";

    @Override
    public byte[] seal(String plain, String purpose) {
        return (purpose + SEPARATOR + plain).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String open(byte[] sealed, String purpose) {
        String text = new String(sealed, StandardCharsets.UTF_8);
        if (!text.startsWith(purpose + SEPARATOR)) {
            throw new IllegalArgumentException("The secret was sealed for another purpose than " + purpose);
        }
        return text.substring(purpose.length() + SEPARATOR.length());
    }
}
