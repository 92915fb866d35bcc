import { api, type Page } from '@kontor/api'
import type { components } from './generated/api'

type Schemas = components['schemas']

export type OrderState = Schemas['order.OrderState']
export type PaymentState = Schemas['order.PaymentState']
/** An order of a list. */
export type Order = Schemas['order.Order']
/** An order with its lines, whose amounts are decimal text in the order's currency. */
export type OrderDetail = Schemas['order.OrderDetail']

export const STATES: readonly OrderState[] = ['OPEN', 'COMPLETED', 'CANCELLED']
export const PAYMENTS: readonly PaymentState[] = [
  'UNPAID',
  'PARTIALLY_PAID',
  'PAID',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'FAILED',
]

export interface Filter extends Record<string, string | undefined> {
  q?: string
  state?: string
  payment?: string
  customer?: string
}

export const orders = {
  list: (filter: Filter, cursor: string | null, limit: number, signal: AbortSignal) =>
    api.get<Page<Order>>('/order/orders', {
      query: { ...filter, cursor, limit },
      signal,
    }),
  get: (id: string, signal: AbortSignal) => api.get<OrderDetail>(`/order/orders/${id}`, { signal }),
  /** Where the channel's own document is downloaded from. */
  original: (id: string) => `/api/order/orders/${id}/original`,
}

export const PAYMENT_TONES: Record<PaymentState, 'amber' | 'green' | 'red' | 'grey'> = {
  UNPAID: 'amber',
  PARTIALLY_PAID: 'amber',
  PAID: 'green',
  PARTIALLY_REFUNDED: 'grey',
  REFUNDED: 'grey',
  FAILED: 'red',
}

export type Turnover = Schemas['order.Turnover']

export const turnover = {
  today: (signal: AbortSignal) => api.get<Turnover>('/order/turnover', { signal }),
  failed: (signal: AbortSignal) => api.get<Schemas['order.Failed']>('/order/turnover/failed-payments', { signal }),
}
