import { defineModule } from '@kontor/kit'
import CustomerOrders from './blocks/CustomerOrders.vue'

const READ = 'order:read'

export default defineModule({
  id: 'order',
  routes: [
    {
      path: '/orders',
      component: () => import('./pages/OrdersPage.vue'),
      meta: { permission: READ },
    },
    {
      path: '/orders/:id',
      component: () => import('./pages/OrderPage.vue'),
      meta: { permission: READ },
    },
  ],
  menu: [
    {
      text: 'order.orders',
      icon: 'order',
      to: '/orders',
      order: 30,
      permission: READ,
    },
  ],
  blocks: [
    {
      id: 'order.customer',
      page: 'customer',
      slot: 'panels',
      component: CustomerOrders,
      permission: READ,
    },
  ],
  search: [
    {
      type: 'order',
      text: 'order.order',
      icon: 'order',
      to: (id) => `/orders/${id}`,
    },
  ],
  i18n: {
    en: () => import('../resources/i18n/en.json'),
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
