package io.kontor.webhooks.internal;

import io.kontor.kernel.WorkspaceId;
import java.util.UUID;

/** Where messages for an account go, and who understands them. */
record Address(UUID account, WorkspaceId workspace, String kind) {}
