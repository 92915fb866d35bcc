import { defineModule, modules } from '@kontor/kit'
import { defineAsyncComponent } from 'vue'
import type { Router } from 'vue-router'
import en from '../i18n/en.json'
import { modulesMenu, modulesPage } from '../modules-page'
import { ownActions } from '../palette/actions'

const own = defineModule({
  id: 'shell',
  routes: [
    { path: '/users', component: () => import('../users/Users.vue'), meta: { permission: 'access:users' } },
    { path: '/settings', component: () => import('../pages/Settings.vue'), meta: { permission: 'settings:read' } },
    modulesPage,
  ],
  menu: [
    { text: 'shell.home', icon: 'home', to: '/', order: 0, key: 'h' },
    {
      text: 'shell.menu.users',
      icon: 'colleagues',
      to: '/users',
      order: 90,
      group: 'admin',
      permission: 'access:users',
    },
    {
      text: 'shell.settings',
      icon: 'settings',
      to: '/settings',
      order: 80,
      group: 'admin',
      permission: 'settings:read',
    },
    modulesMenu,
  ],
  blocks: [
    {
      id: 'shell.modules',
      page: 'home',
      slot: 'attention',
      component: defineAsyncComponent(() => import('../home/ModulesAttention.vue')),
    },
  ],
  actions: [
    {
      id: 'shell.invite',
      text: 'shell.invite.title',
      icon: 'user-plus',
      to: '/users?new=1',
      permission: 'access:users',
    },
  ],
  i18n: {
    en,
    de: () => import('../i18n/de.json'),
    ru: () => import('../i18n/ru.json'),
  },
})

/** The shell's own pages come by the same call as everybody's; only its words are there already. */
export function adoptShell(router: Router): void {
  own.routes?.forEach((route) => router.addRoute('frame', route))
  modules.set(own.id, { ...own, actions: [...(own.actions ?? []), ...ownActions(router)] })
}
