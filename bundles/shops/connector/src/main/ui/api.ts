import { api, type Page } from '@kontor/api'

/** A question of a kind's form; secrets are never shown again. */
export interface Field {
  name: string
  kind: 'TEXT' | 'SECRET'
  label: string
  required: boolean
}

export interface ShopKind {
  kind: string
  name: string
  fields: Field[]
  oneButton: boolean
  oneButtonObstacle?: string
}

export interface Tally {
  total?: number
  done: number
  failed: number
}

export type Phase = 'NEWEST_ORDERS' | 'CUSTOMERS' | 'PRODUCTS' | 'ORDERS' | 'DONE'

export interface Progress {
  phase: Phase
  orders: Tally
  customers: Tally
  products: Tally
  startedAt: string
  finishedAt?: string
}

export interface Account {
  id: string
  kind: string
  label: string
  url: string
  settings: Record<string, string>
  owner: string
  connectedAt: string
  status: 'ACTIVE' | 'PAUSED' | 'DISCONNECTED'
  reach: 'WEBHOOKS' | 'SWEEP'
  reachReason?: string
  failure?: string
  failedAt?: string
  sweptAt?: string
  setAside: number
  refusedMessages: number
  progress?: Progress
  version: number
}

/** A document that could not be taken over and waits for a person or a better version. */
export interface DeadLetter {
  id: string
  resource: string
  externalId: string
  reason: string
  attempts: number
  firstAt: string
  lastAt: string
}

export interface NewAccount {
  kind: string
  url: string
  label?: string
  fields: Record<string, string>
}

export interface AccountPatch {
  label?: string
  owner?: string
  paused?: boolean
  secrets?: Record<string, string>
}

const one = (id: string) => `/connector/accounts/${id}`

export const accounts = {
  all: (signal: AbortSignal) => api.get<Account[]>('/connector/accounts', { signal }),
  get: (id: string, signal: AbortSignal) => api.get<Account>(one(id), { signal }),
  connect: (body: NewAccount, idempotencyKey: string) =>
    api.post<Account>('/connector/accounts', body, { idempotencyKey }),
  change: (seen: Account, patch: AccountPatch) => api.patch<Account>(one(seen.id), patch, { version: seen.version }),
  disconnect: (id: string) => api.delete(one(id)),
  sweep: (id: string) => api.post(`${one(id)}/sweep`),
  deadLetters: (id: string, cursor: string | null, limit: number, signal: AbortSignal) =>
    api.get<Page<DeadLetter>>(`${one(id)}/dead-letters`, {
      query: { cursor, limit },
      signal,
    }),
  retry: (id: string, letter: string) => api.post(`${one(id)}/dead-letters/${letter}/retry`),
  discard: (id: string, letter: string) => api.post(`${one(id)}/dead-letters/${letter}/discard`),
}

export const kinds = {
  all: () => api.get<ShopKind[]>('/connector/kinds'),
  /** The shop's own page on which its owner agrees. */
  authorise: (body: { kind: string; url: string; label?: string }, idempotencyKey: string) =>
    api.post<{ location: string }>('/connector/authorisations', body, {
      idempotencyKey,
    }),
}
