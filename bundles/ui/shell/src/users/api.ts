import type { AccessSchemas } from '@kontor/api'

/** A colleague of the list. */
export type UserRow = AccessSchemas['access.User']
export type UserPatch = AccessSchemas['access.UserPatch']
export type Invitation = AccessSchemas['access.Invitation']
export type Role = AccessSchemas['Role']

/** Roles that can be given; a proprietor is made otherwise. */
export const GIVEN_ROLES = ['ADMIN', 'SALES_MANAGER', 'VIEWER'] as const satisfies readonly Role[]
