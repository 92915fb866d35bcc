import { defineModule } from '@kontor/kit'
import en from '../resources/i18n/en.json'

const READ = 'catalog:read'

export default defineModule({
  id: 'catalog',
  routes: [
    {
      path: '/products',
      component: () => import('./pages/ProductsPage.vue'),
      meta: { permission: READ },
    },
    {
      path: '/products/:id',
      component: () => import('./pages/ProductPage.vue'),
      meta: { permission: READ },
    },
  ],
  menu: [
    {
      text: 'catalog.products',
      icon: 'package',
      to: '/products',
      order: 40,
      key: 'p',
      permission: READ,
    },
  ],
  search: [
    {
      type: 'product',
      text: 'catalog.product',
      icon: 'package',
      to: (id) => `/products/${id}`,
    },
  ],
  i18n: {
    en,
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
