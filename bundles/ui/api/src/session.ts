import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { api, configureApi } from './http'
import type { components } from './generated/api'
import { ProblemError } from './problem'

/** What the REST side of log-in and users takes and answers. */
export type AccessSchemas = components['schemas']

/** Who is logged in. */
export type Session = AccessSchemas['access.Session']

/** Whether a granted permission covers the asked one: parts by colon, `*` covers a part, a short grant covers the rest. */
export function covers(granted: string, asked: string): boolean {
  const have = granted.split(':')
  const want = asked.split(':')
  return have.every((part, index) => {
    const wanted = want[index]
    if (part === '*') return true
    return wanted !== undefined && part.split(',').includes(wanted)
  })
}

export const useSession = defineStore('session', () => {
  const session = shallowRef<Session>()
  /** False until the server has been asked once. */
  const known = ref(false)
  /** True while a page waits for the person to log in again; the shell shows the log-in above it. */
  const expired = ref(false)
  let waiting: ((again: boolean) => void)[] = []

  const user = computed(() => session.value?.user)

  function can(permission: string | undefined): boolean {
    if (!permission) return true
    return session.value?.permissions.some((granted) => covers(granted, permission)) ?? false
  }

  async function load(): Promise<void> {
    try {
      session.value = await api.get<Session>('/access/session', { anonymous: true })
    } catch (error) {
      if (!(error instanceof ProblemError) || error.status !== 401) throw error
      session.value = undefined
    } finally {
      known.value = true
    }
  }

  async function logIn(email: string, password: string): Promise<void> {
    await api.post('/access/session', { email, password }, { anonymous: true })
    await load()
    expired.value = false
    settle(true)
  }

  async function logOut(): Promise<void> {
    await api.delete('/access/session', { anonymous: true })
    session.value = undefined
    expired.value = false
    settle(false)
  }

  function settle(again: boolean): void {
    const resumed = waiting
    waiting = []
    resumed.forEach((resume) => resume(again))
  }

  function reauthenticate(): Promise<boolean> {
    if (!session.value) return Promise.resolve(false)
    expired.value = true
    return new Promise((resume) => waiting.push(resume))
  }

  configureApi({ csrfToken: () => session.value?.csrfToken, reauthenticate })

  return { session, user, known, expired, can, load, logIn, logOut }
})
