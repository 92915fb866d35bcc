import { defineModule } from '@kontor/kit'
import ShopsAttention from './blocks/ShopsAttention.vue'
import en from '../resources/i18n/en.json'

const READ = 'connector:read'

export default defineModule({
  id: 'connector',
  routes: [
    {
      path: '/connector',
      component: () => import('./pages/ConnectorsPage.vue'),
      meta: { permission: READ },
    },
    {
      path: '/connector/:id',
      component: () => import('./pages/ConnectorPage.vue'),
      meta: { permission: READ },
    },
  ],
  menu: [
    {
      text: 'connector.shops',
      icon: 'store',
      to: '/connector',
      order: 50,
      key: 's',
      group: 'admin',
      permission: READ,
    },
  ],
  actions: [
    {
      id: 'connector.connect',
      text: 'connector.connect',
      icon: 'plug',
      to: '/connector?new=1',
      permission: 'connector:manage',
    },
  ],
  blocks: [
    {
      id: 'connector.attention',
      page: 'home',
      slot: 'attention',
      component: ShopsAttention,
      permission: READ,
    },
  ],
  i18n: {
    en,
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
