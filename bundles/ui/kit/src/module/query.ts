import { computed, type WritableComputedRef } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** One filter in the address, so that a list can be bookmarked, sent and gone back to. Empty means absent. */
export function useQuery(name: string): WritableComputedRef<string> {
  const route = useRoute()
  const router = useRouter()
  return computed({
    get: () => {
      const value = route.query[name]
      return typeof value === 'string' ? value : ''
    },
    set: (value) => {
      const query = { ...route.query }
      if (value) query[name] = value
      else delete query[name]
      void router.replace({ query })
    },
  })
}
