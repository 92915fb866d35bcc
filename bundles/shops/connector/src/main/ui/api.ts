import { api, type Page } from '@kontor/api'
import type { components } from './generated/api'

type Schemas = components['schemas']

export type ShopKind = Schemas['connector.Kind']
export type Tally = Schemas['connector.Tally']
export type Progress = Schemas['connector.Progress']
export type Account = Schemas['connector.Account']
/** A document that could not be taken over and waits for a person or a better version. */
export type DeadLetter = Schemas['connector.DeadLetter']
export type AccountPatch = Schemas['connector.AccountPatch']

const one = (id: string) => `/connector/accounts/${id}`

export const accounts = {
  all: (signal: AbortSignal) => api.get<Account[]>('/connector/accounts', { signal }),
  get: (id: string, signal: AbortSignal) => api.get<Account>(one(id), { signal }),
  connect: (body: Schemas['connector.NewAccount'], idempotencyKey: string) =>
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
  restore: (id: string, letter: string) => api.post(`${one(id)}/dead-letters/${letter}/restore`),
}

export const kinds = {
  all: () => api.get<ShopKind[]>('/connector/kinds'),
  /** The shop's own page on which its owner agrees. */
  authorise: (body: Schemas['connector.Wanted'], idempotencyKey: string) =>
    api.post<Schemas['connector.Started']>('/connector/authorisations', body, {
      idempotencyKey,
    }),
}
