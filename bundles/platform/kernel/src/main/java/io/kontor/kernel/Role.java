package io.kontor.kernel;

/** The shipped roles: allow lists of permissions. */
public enum Role {
    PROPRIETOR,
    ADMIN,
    SALES_MANAGER,
    VIEWER
}
