/** A colleague as `/api/access/users` lists them. */
export interface UserRow {
  id: string
  name: string
  email: string
  role: string
  active: boolean
  /** Invited and not yet in. */
  invited?: boolean
  lastSeen?: string | null
  version: number
}

export interface Invitation {
  link: string
}

export const ROLES = ['PROPRIETOR', 'ADMIN', 'SALES_MANAGER', 'VIEWER'] as const
/** Roles that can be given; a workspace has one proprietor. */
export const GIVEN_ROLES = ['ADMIN', 'SALES_MANAGER', 'VIEWER'] as const
export type Role = (typeof ROLES)[number]
