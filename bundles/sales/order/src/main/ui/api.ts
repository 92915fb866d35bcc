import { api, type Money, type Page } from '@kontor/api'

export type OrderState = 'OPEN' | 'COMPLETED' | 'CANCELLED'
export type PaymentState = 'UNPAID' | 'PARTIALLY_PAID' | 'PAID' | 'PARTIALLY_REFUNDED' | 'REFUNDED' | 'FAILED'
export const STATES: readonly OrderState[] = ['OPEN', 'COMPLETED', 'CANCELLED']
export const PAYMENTS: readonly PaymentState[] = [
  'UNPAID',
  'PARTIALLY_PAID',
  'PAID',
  'PARTIALLY_REFUNDED',
  'REFUNDED',
  'FAILED',
]

export interface CustomerRef {
  id: string
  name: string
}

/** An order of a list. */
export interface Order {
  id: string
  number: string
  channel: string
  account: string
  customer: CustomerRef
  state: OrderState
  payment: PaymentState
  foreignState: string
  total: Money
  refunded: Money
  placedAt: string
  paidAt?: string
  history: boolean
  version: number
}

/** A line; amounts are decimal text in the order's currency, as the channel told them. */
export interface Line {
  kind: 'PRODUCT' | 'SHIPPING' | 'FEE' | 'DISCOUNT'
  productExternalId?: string
  sku?: string
  name: string
  quantity: string
  unitPrice: string
  total: string
  tax: string
}

export interface Refund {
  amount: Money
  reason?: string
  at?: string
}

export interface OrderDetail extends Order {
  externalId: string
  legalEntity: string
  contact?: CustomerRef
  deleted: boolean
  tax: Money
  shipping: Money
  discount: Money
  changedAt: string
  lines: Line[]
  refunds: Refund[]
}

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
