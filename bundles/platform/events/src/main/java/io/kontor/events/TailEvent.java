package io.kontor.events;

import io.kontor.kernel.Ref;
import io.kontor.kernel.WorkspaceId;

/** That something happened, without what: enough to tell a client to read the subject again. */
public record TailEvent(long position, WorkspaceId workspace, String name, Ref subject) {}
