import { api, type Money, type Page } from '@kontor/api'

export type Outcome = 'OPEN' | 'WON' | 'LOST'

export interface Named {
  id: string
  name: string
}

export interface Stage {
  id: string
  name: string
  probability: number
}

export interface Pipeline {
  id: string
  name: string
  account?: string
  stages: Stage[]
}

export interface Deal {
  id: string
  pipeline: string
  stage: string
  outcome: Outcome
  origin: 'HAND' | 'ORDER'
  title: string
  customer?: Named
  owner: Named
  value: Money
  refunded: Money
  nextStep?: string
  lossReason?: string
  suggestion?: 'WIN' | 'LOSE'
  openedAt: string
  enteredStageAt: string
  closedAt?: string
  version: number
}

export interface DealOrder {
  id: string
  number: string
  state: string
  payment: string
  total: Money
  refunded: Money
}

export interface StageChange {
  at: string
  user?: string
  actor: string
  from?: string
  to: string
  outcome: Outcome
}

export interface DealDetail {
  deal: Deal
  pipeline: Pipeline
  orders: DealOrder[]
  log: StageChange[]
}

export interface Column {
  stage: Stage
  count: number
  totals: Money[]
  deals: Page<Deal>
}

export interface Board {
  pipeline: Pipeline
  columns: Column[]
}

export interface NewDeal {
  pipeline: string
  stage?: string
  title: string
  customer?: string
  value: Money
  nextStep?: string
}

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
