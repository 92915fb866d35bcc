import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { api } from './http'
import type { Page } from './pages'
import type { AccessSchemas } from './session'

/** Somebody who can own a customer or a deal. */
export type Colleague = AccessSchemas['access.User']

/** The names of all colleagues, asked for once and again after a change of users. */
export const useColleagues = defineStore('colleagues', () => {
  const all = shallowRef<Colleague[]>([])
  let asked: Promise<void> | undefined

  function load(): Promise<void> {
    asked ??= api
      .get<Page<Colleague>>('/access/users', { query: { limit: 200 } })
      .then((answer) => void (all.value = answer.items))
      .catch((error: unknown) => {
        asked = undefined
        console.warn('The names of the colleagues were not reached', error)
      })
    return asked
  }

  function reload(): Promise<void> {
    asked = undefined
    return load()
  }

  function nameOf(id: string | null | undefined): string {
    return all.value.find((colleague) => colleague.id === id)?.name ?? ''
  }

  const options = computed(() =>
    all.value.filter((colleague) => colleague.active).map(({ id, name }) => ({ value: id, label: name })),
  )

  return { all, options, load, reload, nameOf }
})
