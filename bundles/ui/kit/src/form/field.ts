import { computed, inject, useId, type ComputedRef, type InjectionKey } from 'vue'

/** What a field tells the control inside it, so that label, hint and error are tied to it for screen readers. */
export interface FieldContext {
  id: string
  describedBy: ComputedRef<string | undefined>
  invalid: ComputedRef<boolean>
  required: ComputedRef<boolean>
}

export const FIELD: InjectionKey<FieldContext> = Symbol('field')

/** The attributes a control spreads on its element; alone, without a field, it gets an id of its own. */
export function useField() {
  const field = inject(FIELD, undefined)
  const own = useId()
  return computed(() => ({
    id: field?.id ?? own,
    'aria-describedby': field?.describedBy.value,
    'aria-invalid': field?.invalid.value || undefined,
    'aria-required': field?.required.value || undefined,
  }))
}
