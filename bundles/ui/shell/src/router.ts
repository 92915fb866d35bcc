import { useSession } from '@kontor/api'
import { createRouter, createWebHistory, type RouteRecordRaw } from 'vue-router'
import AwayPage from './modules/AwayPage.vue'

declare module 'vue-router' {
  interface RouteMeta {
    /** Open to people who have not logged in. */
    open?: boolean
    /** Shown only with this permission; a page without it says so. */
    permission?: string
    /** The module that the route came with. */
    module?: string
  }
}

const routes: RouteRecordRaw[] = [
  { path: '/login', name: 'login', component: () => import('./pages/LogIn.vue'), meta: { open: true } },
  { path: '/setup', name: 'setup', component: () => import('./pages/Setup.vue'), meta: { open: true } },
  { path: '/forgot', name: 'forgot', component: () => import('./pages/Forgot.vue'), meta: { open: true } },
  { path: '/reset', name: 'reset', component: () => import('./pages/NewPassword.vue'), meta: { open: true } },
  { path: '/invitation', name: 'invitation', component: () => import('./pages/Invitation.vue'), meta: { open: true } },
  {
    path: '/',
    name: 'frame',
    component: () => import('./layout/Frame.vue'),
    children: [
      { path: '', name: 'home', component: () => import('./pages/Home.vue') },
      { path: ':rest(.*)*', name: 'missing', component: () => import('./pages/Missing.vue') },
      // Reached by its name alone: the page that stands there is told, its address stays.
      { path: ':rest(.*)*', name: 'away', component: AwayPage },
    ],
  },
]

export const router = createRouter({ history: createWebHistory('/'), routes })

router.beforeEach((to) => {
  const session = useSession()
  if (to.meta.open || session.session) return true
  return { name: 'login', query: to.fullPath === '/' ? {} : { to: to.fullPath } }
})
