import { defineModule } from '@kontor/kit'

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
      permission: READ,
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
    en: () => import('../resources/i18n/en.json'),
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
