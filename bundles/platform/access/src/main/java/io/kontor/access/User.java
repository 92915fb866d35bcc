package io.kontor.access;

import io.kontor.kernel.Role;
import io.kontor.kernel.UserId;

/**
 * A colleague who logs in.
 *
 * @param name what others see
 * @param email where links are sent, and the name to log in with
 * @param role the shipped role
 * @param active whether the user may log in
 */
public record User(UserId id, String name, String email, Role role, boolean active) {}
