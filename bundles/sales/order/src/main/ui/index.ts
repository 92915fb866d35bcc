import { defineModule } from '@kontor/kit'
import { defineAsyncComponent } from 'vue'
import CustomerOrders from './blocks/CustomerOrders.vue'
import FailedPayments from './blocks/FailedPayments.vue'
import { lastOrder } from './last'
import en from '../resources/i18n/en.json'

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
      key: 'o',
      permission: READ,
    },
  ],
  blocks: [
    {
      id: 'order.failed-payments',
      page: 'home',
      slot: 'attention',
      component: FailedPayments,
      permission: READ,
    },
    {
      id: 'order.customer',
      page: 'customer',
      slot: 'panels',
      component: CustomerOrders,
      permission: READ,
    },
  ],
  widgets: [
    {
      id: 'order.today',
      order: 10,
      component: defineAsyncComponent(() => import('./widgets/Today.vue')),
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
  follow: [{ id: 'order.last', type: 'customer', permission: READ, find: lastOrder }],
  i18n: {
    en,
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
