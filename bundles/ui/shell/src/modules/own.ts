import { defineModule, modules } from '@kontor/kit'
import type { Router } from 'vue-router'

const own = defineModule({
  id: 'shell',
  routes: [
    { path: '/users', component: () => import('../users/Users.vue'), meta: { permission: 'access:users' } },
    { path: '/modules', component: () => import('../pages/Modules.vue') },
  ],
  menu: [
    { text: 'shell.menu.users', icon: 'users', to: '/users', order: 90, group: 'admin', permission: 'access:users' },
  ],
  i18n: {
    en: () => import('../i18n/en.json'),
    de: () => import('../i18n/de.json'),
    ru: () => import('../i18n/ru.json'),
  },
})

/** The shell's own pages come by the same call as everybody's; only its words are there already. */
export function adoptShell(router: Router): void {
  own.routes?.forEach((route) => router.addRoute('frame', route))
  modules.set(own.id, own)
}
