import { defineModule } from '@kontor/kit'
import en from '../resources/i18n/en.json'

const READ = 'customer:read'

export default defineModule({
  id: 'customer',
  routes: [
    {
      path: '/customers',
      component: () => import('./pages/CustomersPage.vue'),
      meta: { permission: READ },
    },
    {
      path: '/customers/:id',
      component: () => import('./pages/CustomerPage.vue'),
      meta: { permission: READ },
    },
  ],
  menu: [
    {
      text: 'customer.customers',
      icon: 'users',
      to: '/customers',
      order: 20,
      key: 'c',
      permission: READ,
    },
  ],
  actions: [
    {
      id: 'customer.new',
      text: 'customer.new',
      icon: 'user-plus',
      to: '/customers?new=1',
      permission: 'customer:write',
    },
  ],
  search: [
    {
      type: 'customer',
      text: 'customer.customer',
      icon: 'user',
      to: (id) => `/customers/${id}`,
    },
  ],
  i18n: {
    en,
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
