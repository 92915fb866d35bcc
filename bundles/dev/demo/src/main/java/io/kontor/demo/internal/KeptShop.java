package io.kontor.demo.internal;

import io.kontor.customer.SourceAccountId;
import io.kontor.kernel.UserId;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * The demo shop of a workspace, as it is stored.
 *
 * @param reason why it broke off, else empty
 * @param owner who set the workspace up
 * @param port where it listens on loopback; 0 before it has opened for the first time
 * @param lives how often it has opened
 * @param keys its REST key and secret, sealed
 * @param password the proprietor's generated password, sealed; empty where a person chose one
 * @param account the account that it is connected as
 * @param memory what the shop knows; empty before it has opened
 */
record KeptShop(
        Phase phase,
        String reason,
        UserId owner,
        Locale language,
        ZoneId zone,
        int port,
        int lives,
        byte[] keys,
        Optional<byte[]> password,
        Optional<SourceAccountId> account,
        WalkState walk,
        byte[] memory) {

    /** Where the shop stands. */
    enum Phase {
        WALKING,
        READY,
        BROKEN,
        REMOVING
    }

    static KeptShop fresh(UserId owner, Locale language, ZoneId zone, byte[] keys, WalkState walk) {
        return new KeptShop(
                Phase.WALKING,
                "",
                owner,
                language,
                zone,
                0,
                0,
                keys,
                Optional.empty(),
                Optional.empty(),
                walk,
                new byte[0]);
    }

    /** It is open, in another life. */
    KeptShop at(int newPort) {
        return copy(phase, reason, newPort, lives + 1, account, walk, memory);
    }

    KeptShop connectedAs(SourceAccountId newAccount) {
        return copy(phase, reason, port, lives, Optional.of(newAccount), walk, memory);
    }

    KeptShop knowing(WalkState newWalk, byte[] newMemory) {
        return copy(phase, reason, port, lives, account, newWalk, newMemory);
    }

    KeptShop in(Phase newPhase, String newReason) {
        return copy(newPhase, newReason, port, lives, account, walk, memory);
    }

    private KeptShop copy(
            Phase newPhase,
            String newReason,
            int newPort,
            int newLives,
            Optional<SourceAccountId> newAccount,
            WalkState newWalk,
            byte[] newMemory) {
        return new KeptShop(
                newPhase,
                newReason,
                owner,
                language,
                zone,
                newPort,
                newLives,
                keys,
                password,
                newAccount,
                newWalk,
                newMemory);
    }

    /** Names neither keys nor password. */
    @Override
    public String toString() {
        return "demo shop on port " + port + ", " + phase;
    }
}
