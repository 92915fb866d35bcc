import { watch, type Ref } from 'vue'
import { useRoute, useRouter } from 'vue-router'

/** Opens a dialog for who comes by an address with `?new=1` (an action of the palette), and takes the word off it. */
export function useOpening(open: Ref<boolean>, allowed: () => boolean): void {
  const route = useRoute()
  const router = useRouter()
  watch(
    () => route.query.new,
    (asked) => {
      if (asked === undefined) return
      const query = { ...route.query }
      delete query.new
      void router.replace({ query })
      open.value = allowed()
    },
    { immediate: true },
  )
}
