import type { MenuItem } from '@kontor/kit'
import type { RouteRecordRaw } from 'vue-router'
import { addTexts } from '../i18n'

const texts = {
  en: () => import('./i18n/en.json'),
  de: () => import('./i18n/de.json'),
  ru: () => import('./i18n/ru.json'),
}

/** The page of modules, with its words: few people ever open it. */
export const modulesPage: RouteRecordRaw = {
  path: '/modules',
  component: async () => {
    const [page] = await Promise.all([import('./Modules.vue'), addTexts('modules', texts)])
    return page
  },
}

export const modulesMenu: MenuItem = {
  text: 'shell.modules',
  icon: 'modules',
  to: '/modules',
  order: 95,
  group: 'admin',
  permission: 'modules:read',
}
