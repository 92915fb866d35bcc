import { defineModule } from '@kontor/kit'
import RelatedDeals from './blocks/RelatedDeals.vue'

const READ = 'pipeline:read'

export default defineModule({
  id: 'pipeline',
  routes: [
    {
      path: '/board',
      component: () => import('./pages/BoardPage.vue'),
      meta: { permission: READ },
    },
    {
      path: '/deals/:id',
      component: () => import('./pages/DealPage.vue'),
      meta: { permission: READ },
    },
  ],
  menu: [
    {
      text: 'pipeline.board',
      icon: 'board',
      to: '/board',
      order: 10,
      permission: READ,
    },
  ],
  blocks: [
    {
      id: 'pipeline.customer',
      page: 'customer',
      slot: 'panels',
      component: RelatedDeals,
      permission: READ,
    },
    {
      id: 'pipeline.order',
      page: 'order',
      slot: 'panels',
      component: RelatedDeals,
      permission: READ,
    },
  ],
  search: [
    {
      type: 'deal',
      text: 'pipeline.deal',
      icon: 'board',
      to: (id) => `/deals/${id}`,
    },
  ],
  i18n: {
    en: () => import('../resources/i18n/en.json'),
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
