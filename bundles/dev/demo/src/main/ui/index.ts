import { defineModule } from '@kontor/kit'
import DemoData from './blocks/DemoData.vue'
import en from '../resources/i18n/en.json'

export default defineModule({
  id: 'demo',
  blocks: [
    {
      id: 'demo.data',
      page: 'home',
      slot: 'notice',
      component: DemoData,
      permission: 'demo:remove',
    },
  ],
  i18n: {
    en,
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
