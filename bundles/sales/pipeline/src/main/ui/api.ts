import { api, type Money, type Page } from '@kontor/api'
import type { components } from './generated/api'

type Schemas = components['schemas']

export type Outcome = Schemas['pipeline.DealOutcome']
export type Pipeline = Schemas['pipeline.Pipeline']
export type Deal = Schemas['pipeline.Deal']
export type DealOrder = Schemas['pipeline.DealOrder']
export type StageChange = Schemas['pipeline.StageChange']
export type DealDetail = Schemas['pipeline.DealDetail']
export type Column = Schemas['pipeline.Column']
export type Board = Schemas['pipeline.Board']
export type NewDeal = Schemas['pipeline.Open']

/** What can be changed of a deal where it stands. */
export interface DealPatch {
  title?: string
  owner?: string
  customer?: string | null
  value?: Money
  nextStep?: string | null
  suggestion?: null
}

const deal = (id: string) => `/pipeline/deals/${id}`

export const pipelines = {
  all: () => api.get<Pipeline[]>('/pipeline/pipelines'),
  board: (id: string, owner: string, signal: AbortSignal) =>
    api.get<Board>(`/pipeline/pipelines/${id}/board`, {
      query: { owner },
      signal,
    }),
  column: (id: string, stage: string, query: { owner: string; cursor: string | null; limit: number }) =>
    api.get<Page<Deal>>(`/pipeline/pipelines/${id}/stages/${stage}/deals`, {
      query,
    }),
}

export const deals = {
  list: (
    query: {
      customer?: string
      order?: string
      outcome?: Outcome
      limit: number
    },
    signal: AbortSignal,
  ) => api.get<Page<Deal>>('/pipeline/deals', { query, signal }),
  get: (id: string, signal: AbortSignal) => api.get<DealDetail>(deal(id), { signal }),
  open: (body: NewDeal, idempotencyKey: string) => api.post<DealDetail>('/pipeline/deals', body, { idempotencyKey }),
  edit: (seen: Deal, body: DealPatch) => api.patch<DealDetail>(deal(seen.id), body, { version: seen.version }),
  move: (seen: Deal, stage: string, place: { before?: string; after?: string }) =>
    api.post<DealDetail>(`${deal(seen.id)}/move`, {
      stage,
      version: seen.version,
      ...place,
    }),
  win: (seen: Deal) => api.post<DealDetail>(`${deal(seen.id)}/win`, { version: seen.version }),
  lose: (seen: Deal, reason: string) =>
    api.post<DealDetail>(`${deal(seen.id)}/lose`, {
      version: seen.version,
      reason,
    }),
  reopen: (seen: Deal) => api.post<DealDetail>(`${deal(seen.id)}/reopen`, { version: seen.version }),
}
