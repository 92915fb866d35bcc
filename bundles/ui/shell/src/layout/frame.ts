import { ref } from 'vue'

/** Whether the menu lies over the page on a narrow screen. */
export const menuOpen = ref(false)
/** Whether the command palette is open. */
export const paletteOpen = ref(false)
/** Whether the help with the keys is open. */
export const helpOpen = ref(false)
