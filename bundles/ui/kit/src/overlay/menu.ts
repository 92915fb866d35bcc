import type { IconName } from '../icons'

/** An action, a tick, a heading or a line of a menu. */
export type MenuEntry =
  | 'line'
  | { title: string }
  | {
      label: string
      run: () => void
      icon?: IconName
      hint?: string
      kind?: 'danger'
      disabled?: boolean
      checked?: boolean
      /** A tick that leaves the menu open, for several choices in a row. */
      keepOpen?: boolean
    }
