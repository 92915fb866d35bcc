import { defineModule } from '@kontor/kit'

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
      group: 'admin',
      permission: READ,
    },
  ],
  i18n: {
    en: () => import('../resources/i18n/en.json'),
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
