import { api, type Page } from '@kontor/api'

export type Kind = 'PERSON' | 'COMPANY'
export type Lifecycle = 'PROSPECT' | 'CUSTOMER' | 'FORMER'
export const LIFECYCLES: readonly Lifecycle[] = ['PROSPECT', 'CUSTOMER', 'FORMER']
export type PointKind = 'PHONE' | 'EMAIL' | 'MESSENGER'

/** A customer of a list. */
export interface Listing {
  id: string
  kind: Kind
  name: string
  owner: string
  lifecycle: Lifecycle
  mainEmail?: string
  mainPhone?: string
  city?: string
  country?: string
  tags: string[]
  createdAt: string
  lastActivityAt?: string
}

export interface Point {
  kind: PointKind
  value: string
  label?: string
  verified: boolean
  validFrom: string
  validTo?: string
}

export interface Address {
  kind: 'BILLING' | 'SHIPPING' | 'POSTAL'
  lines: string[]
  city?: string
  region?: string
  postcode?: string
  country?: string
}

export interface Consent {
  purpose: string
  state: 'GRANTED' | 'DENIED' | 'REVOKED'
  at: string
  evidence: string
}

export interface Customer {
  id: string
  kind: Kind
  name: string
  givenName?: string
  familyName?: string
  legalName?: string
  taxId?: string
  owner: string
  lifecycle: Lifecycle
  firstTouch?: string
  lastTouch?: string
  points: Point[]
  addresses: Address[]
  tags: string[]
  locale?: string
  zone?: string
  consents: Consent[]
  customValues: Record<string, string>
  mergedFrom: string[]
  createdAt: string
  version: number
}

export interface Entry {
  id: string
  customer: string
  contact?: string
  source: string
  reference: { type: string; id: string }
  textKey: string
  parameters: Record<string, string>
  fallback: string
  at: string
}

export interface NewPoint {
  kind: PointKind
  value: string
  label?: string
}

/** What can be changed of a customer where it stands; null clears. */
export interface CustomerPatch {
  givenName?: string | null
  familyName?: string | null
  legalName?: string | null
  taxId?: string | null
  owner?: string
  lifecycle?: string
  tags?: string[]
  points?: NewPoint[]
}

export interface NewCustomer {
  kind: Kind
  givenName?: string
  familyName?: string
  legalName?: string
  emails: string[]
  phones: string[]
  addresses: Address[]
  tags: string[]
}

export interface Filter extends Record<string, string> {
  q: string
  owner: string
  lifecycle: string
  sort: string
}

const one = (id: string) => `/customer/customers/${id}`

export const customers = {
  list: (filter: Filter, cursor: string | null, limit: number, signal: AbortSignal) =>
    api.get<Page<Listing>>('/customer/customers', {
      query: { ...filter, cursor, limit },
      signal,
    }),
  get: (id: string, signal: AbortSignal) => api.get<Customer>(one(id), { signal }),
  register: (body: NewCustomer, idempotencyKey: string) =>
    api.post<Customer>('/customer/customers', body, { idempotencyKey }),
  change: (seen: Customer, patch: CustomerPatch) => api.patch<Customer>(one(seen.id), patch, { version: seen.version }),
  timeline: (id: string, cursor: string | null, limit: number, signal: AbortSignal) =>
    api.get<Page<Entry>>(`${one(id)}/timeline`, {
      query: { cursor, limit },
      signal,
    }),
}

export const notes = {
  write: (customer: string, text: string, idempotencyKey: string) =>
    api.post(`${one(customer)}/notes`, { text }, { idempotencyKey }),
  delete: (customer: string, note: string) => api.delete(`${one(customer)}/notes/${note}`),
  restore: (customer: string, note: string) => api.post(`${one(customer)}/notes/${note}/restore`),
}
