package io.kontor.access.internal.mail;

import java.io.IOException;

/** Brings a letter on its way. */
interface Carrier {

    void carry(Letter letter) throws IOException;
}
