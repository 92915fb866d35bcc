import { api, type Page } from '@kontor/api'
import { toast } from '@kontor/kit'
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
export type DealPatch = Schemas['pipeline.DealPatch']

const deal = (id: string) => `/pipeline/deals/${id}`

/** What messages about a deal are known by. */
export const aboutDeal = (seen: Deal) => `deal/${seen.id}`

/** A change of a deal; it takes away the offers to undo an earlier one. */
async function changed(seen: Deal, change: Promise<DealDetail>): Promise<DealDetail> {
  const detail = await change
  toast.forget(aboutDeal(seen))
  return detail
}

export const pipelines = {
  all: () => api.get<Pipeline[]>('/pipeline/pipelines'),
  rename: (seen: Pipeline, name: string) =>
    api.patch<Pipeline>(`/pipeline/pipelines/${seen.id}`, { name }, { version: seen.version }),
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
  edit: (seen: Deal, body: DealPatch) =>
    changed(seen, api.patch<DealDetail>(deal(seen.id), body, { version: seen.version, keepalive: true })),
  move: (seen: Deal, stage: string, place: { before?: string; after?: string }) =>
    changed(seen, api.post<DealDetail>(`${deal(seen.id)}/move`, { stage, version: seen.version, ...place })),
  win: (seen: Deal) => changed(seen, api.post<DealDetail>(`${deal(seen.id)}/win`, { version: seen.version })),
  lose: (seen: Deal, reason: string) =>
    changed(seen, api.post<DealDetail>(`${deal(seen.id)}/lose`, { version: seen.version, reason })),
  reopen: (seen: Deal) => changed(seen, api.post<DealDetail>(`${deal(seen.id)}/reopen`, { version: seen.version })),
}

export const agenda = {
  steps: (mine: boolean, signal: AbortSignal) =>
    api.get<Schemas['pipeline.Steps']>('/pipeline/agenda/steps', { query: { mine }, signal }),
  neglected: (signal: AbortSignal) => api.get<Schemas['pipeline.Neglected']>('/pipeline/agenda/neglected', { signal }),
}
