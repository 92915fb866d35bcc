import type { Lifecycle } from './api'

export const TONES: Record<Lifecycle, 'accent' | 'green' | 'grey'> = {
  PROSPECT: 'accent',
  CUSTOMER: 'green',
  FORMER: 'grey',
}
