import { defineModule } from '@kontor/kit'
import en from '../resources/i18n/en.json'

/** No pages of its own: the words of the form that the connector's page shows. */
export default defineModule({
  id: 'woocommerce',
  i18n: {
    en,
    de: () => import('../resources/i18n/de.json'),
    ru: () => import('../resources/i18n/ru.json'),
  },
})
