import { onScopeDispose, ref, type Ref } from 'vue'

/** Whether the screen is as narrow as a phone's, as long as it is. */
export function useNarrow(): Ref<boolean> {
  if (typeof window.matchMedia !== 'function') return ref(false)
  const query = window.matchMedia('(max-width: 700px)')
  const narrow = ref(query.matches)
  const listen = () => (narrow.value = query.matches)
  query.addEventListener('change', listen)
  onScopeDispose(() => query.removeEventListener('change', listen))
  return narrow
}
