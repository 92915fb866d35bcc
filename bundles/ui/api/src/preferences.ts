import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { api } from './http'
import type { AccessSchemas } from './session'

/** What the person likes, kept with her account: the same at every screen. */
export const usePreferences = defineStore('preferences', () => {
  const values = shallowRef<Record<string, string>>({})
  /** Whether they were read; until then nobody knows what the person likes. */
  const known = ref(false)

  async function load(): Promise<void> {
    values.value = (await api.get<AccessSchemas['access.Preferences']>('/access/preferences')).values
    known.value = true
  }

  /** Holds at once; the answer of the server is waited for. */
  async function set(name: string, value: string): Promise<void> {
    values.value = { ...values.value, [name]: value }
    await api.put(`/access/preferences/${name}`, { value }, { keepalive: true })
  }

  return { values, known, load, set }
})
