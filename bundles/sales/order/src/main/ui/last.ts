import type { Found, Speech } from '@kontor/kit'
import { orders } from './api'

/** The newest order of a customer, one press below the customer in the palette. */
export async function lastOrder(customer: string, { t, format }: Speech, signal: AbortSignal): Promise<Found[]> {
  const { items } = await orders.list({ customer }, null, 1, signal)
  return items.map((order) => ({
    id: order.id,
    icon: 'order',
    label: t('order.last', { number: order.number }),
    hint: [t(`order.payment.${order.payment}`), format.money(order.total), format.day(order.placedAt)].join(' · '),
    to: `/orders/${order.id}`,
  }))
}
