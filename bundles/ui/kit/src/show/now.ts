import { onScopeDispose, shallowRef, type ShallowRef } from 'vue'

const now = shallowRef(new Date())
let users = 0
let timer: ReturnType<typeof setInterval> | undefined

/** The present moment, told anew every half minute; one timer for every date on the page. */
export function useNow(): ShallowRef<Date> {
  if (users++ === 0) {
    now.value = new Date()
    timer = setInterval(() => (now.value = new Date()), 30_000)
  }
  onScopeDispose(() => {
    if (--users === 0) clearInterval(timer)
  })
  return now
}
