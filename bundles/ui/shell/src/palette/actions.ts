import { useSession } from '@kontor/api'
import { toast, type Action, type Language } from '@kontor/kit'
import type { Router } from 'vue-router'
import { chooseLanguage } from '../i18n'
import { helpOpen } from '../layout/frame'
import { theme, type Theme } from '../theme'
import { askedForTour } from '../tour/tour'

const THEMES = { light: 'sun', dark: 'moon', system: 'monitor' } as const
const LANGUAGES: Language[] = ['en', 'de', 'ru']

/** Ends the session; what still waited for its undo is done first. */
export async function leave(router: Router): Promise<void> {
  try {
    toast.flush()
    await useSession().logOut()
    await router.push('/login')
  } catch (error) {
    toast.problem(error)
  }
}

/** What can be done anywhere: how Kontor looks, which language it speaks, its keys, its tour, the way out. */
export function ownActions(router: Router): Action[] {
  return [
    ...(Object.keys(THEMES) as Theme[]).map<Action>((value) => ({
      id: `shell.theme.${value}`,
      text: `shell.palette.theme.${value}`,
      words: 'shell.palette.theme.words',
      icon: THEMES[value],
      run: () => (theme.value = value),
    })),
    ...LANGUAGES.map<Action>((value) => ({
      id: `shell.language.${value}`,
      text: `shell.palette.language.${value}`,
      words: 'shell.palette.language.words',
      icon: 'language',
      run: () => void chooseLanguage(value).catch(toast.problem),
    })),
    { id: 'shell.keys', text: 'shell.keys', icon: 'keyboard', shortcut: '?', run: () => (helpOpen.value = true) },
    { id: 'shell.tour', text: 'shell.tour.again', icon: 'sparkles', run: () => (askedForTour.value = true) },
    { id: 'shell.log-out', text: 'shell.log-out', icon: 'logout', run: () => void leave(router) },
  ]
}
