import {
  computed,
  getCurrentScope,
  hasInjectionContext,
  inject,
  onScopeDispose,
  provide,
  shallowReactive,
  type ComputedRef,
  type InjectionKey,
} from 'vue'

type Source = () => boolean

interface Place {
  sources: Set<Source>
  around: Place | undefined
}

const PLACE: InjectionKey<Place> = Symbol('kontor.unsaved')

function nearest(): Place | undefined {
  return hasInjectionContext() ? inject(PLACE, undefined) : undefined
}

/**
 * Says that somebody is in the middle of something here, for as long as the source answers true: a text that is not
 * saved, an open dialog. The page or block around it is not exchanged for a newer version until it is over.
 */
export function useUnsaved(source: Source): void {
  const first = nearest()
  if (!first) return
  for (let place: Place | undefined = first; place; place = place.around) place.sources.add(source)
  if (!getCurrentScope()) return
  onScopeDispose(() => {
    for (let place: Place | undefined = first; place; place = place.around) place.sources.delete(source)
  })
}

/** Makes the component a place that is exchanged as a whole; tells whether somebody is in the middle of something in it. */
export function provideUnsaved(): ComputedRef<boolean> {
  const place: Place = { sources: shallowReactive(new Set<Source>()), around: nearest() }
  provide(PLACE, place)
  return computed(() => [...place.sources].some((source) => source()))
}
