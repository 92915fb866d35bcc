package io.kontor.settings.internal;

import io.kontor.settings.KeyFiles;
import io.kontor.settings.KeyedSecrets;
import java.io.IOException;
import java.nio.file.Path;

/** Named in {@code META-INF/services}, for programs beside the product. */
public final class KeyFileReader implements KeyFiles {

    @Override
    public KeyedSecrets read(Path keyFile) throws IOException {
        return new SealedSecrets(KeyFile.read(keyFile));
    }
}
