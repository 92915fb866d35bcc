import { defineModule } from '@kontor/kit'
import { defineAsyncComponent } from 'vue'
import Neglected from './blocks/Neglected.vue'
import RelatedDeals from './blocks/RelatedDeals.vue'
import en from '../resources/i18n/en.json'

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
      key: 'b',
      records: '/deals/',
      permission: READ,
    },
  ],
  actions: [
    {
      id: 'pipeline.new',
      text: 'pipeline.new',
      icon: 'plus',
      to: '/board?new=1',
      permission: 'pipeline:write',
    },
  ],
  blocks: [
    {
      id: 'pipeline.neglected',
      page: 'home',
      slot: 'attention',
      component: Neglected,
      permission: READ,
    },
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
  widgets: [
    {
      id: 'pipeline.steps',
      order: 20,
      component: defineAsyncComponent(() => import('./widgets/NextSteps.vue')),
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
    en,
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
