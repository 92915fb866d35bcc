import { api, type Page } from '@kontor/api'
import type { components } from './generated/api'

type Schemas = components['schemas']

export type Kind = Schemas['customer.Kind']
export type Lifecycle = Schemas['customer.Lifecycle']
export const LIFECYCLES: readonly Lifecycle[] = ['PROSPECT', 'CUSTOMER', 'FORMER']
export type PointKind = Schemas['customer.ContactPointKind']

/** A customer of a list. */
export type Listing = Schemas['customer.Listing']
export type Point = Schemas['customer.Point']
export type Address = Schemas['customer.Address']
export type Customer = Schemas['customer.Customer']
export type Entry = Schemas['customer.Entry']
export type NewCustomer = Schemas['customer.NewCustomer']
export type NewPoint = Schemas['customer.PointPatch']
/** What can be changed of a customer where it stands; null clears. */
export type CustomerPatch = Schemas['customer.CustomerPatch']
/** Two customers who may be the same. */
export type Duplicate = Schemas['customer.Duplicate']
/** A record that was merged into a customer. */
export type Merged = Schemas['customer.Merged']

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

/** Which records are one customer. Who survives a merge is the customer that is asked to take in the other. */
export const identity = {
  suspected: (customer: string, signal: AbortSignal) =>
    api.get<Page<Duplicate>>('/customer/duplicates', { query: { customer, limit: 5 }, signal }),
  dismiss: (pair: string) => api.post(`/customer/duplicates/${pair}/dismiss`),
  reopen: (pair: string) => api.post(`/customer/duplicates/${pair}/reopen`),
  merged: (customer: string, signal: AbortSignal) => api.get<Merged[]>(`${one(customer)}/merged`, { signal }),
  merge: (customer: string, other: string) => api.post<Customer>(`${one(customer)}/merge`, { other }),
  unmerge: (customer: string, other: string) => api.post<Customer>(`${one(customer)}/unmerge`, { other }),
}
