import { defineModule } from '@kontor/kit'

/** No pages of its own: the words of the form that the connector's page shows. */
export default defineModule({
  id: 'woocommerce',
  i18n: {
    en: () => import('../resources/i18n/en.json'),
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
