import { computed, ref } from 'vue'

export type Theme = 'light' | 'dark' | 'system'

const STORE = 'kontor.theme'
const system = window.matchMedia('(prefers-color-scheme: dark)')
const stored = localStorage.getItem(STORE)
const chosen = ref<Theme>(stored === 'light' || stored === 'dark' ? stored : 'system')

function apply(): void {
  const dark = chosen.value === 'system' ? system.matches : chosen.value === 'dark'
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
}

system.addEventListener('change', apply)

/** Light, dark, or as the system says; kept in this browser. */
export const theme = computed<Theme>({
  get: () => chosen.value,
  set: (value) => {
    chosen.value = value
    if (value === 'system') localStorage.removeItem(STORE)
    else localStorage.setItem(STORE, value)
    apply()
  },
})
