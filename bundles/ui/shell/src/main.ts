import { live, useSession } from '@kontor/api'
import { tellCutTexts } from '@kontor/kit'
import { createPinia } from 'pinia'
import { createApp, watch } from 'vue'
import App from './App.vue'
import { firstLanguage, i18n, useLanguage, useLanguageOf } from './i18n'
import { exchangeWhenFree, guardPages, watchModules } from './modules/follow'
import { syncModules } from './modules/loader'
import { adoptShell } from './modules/own'
import { router } from './router'
import './shell.css'
import './doors.css'

tellCutTexts()
const app = createApp(App).use(createPinia()).use(i18n)
const session = useSession()

/** The modules and the event stream belong to a log-in: they come with it and go with it. */
function follow(): void {
  let watching = false
  watch(
    () => session.session?.user.id,
    (id, before) => {
      if (before) live.stop()
      if (!id) return
      live.start()
      if (!watching) watchModules(router)
      watching = true
    },
    { immediate: true },
  )
}

async function start(): Promise<void> {
  const words = useLanguage(firstLanguage())
  const modules = syncModules(router).catch((error: unknown) => console.error('The modules were not listed', error))
  await session.load().catch((error: unknown) => console.error('The session could not be read', error))
  await words
  await useLanguageOf(session.session?.locale)
  adoptShell(router)
  await modules
  follow()
  guardPages(router)
  exchangeWhenFree(router)
  app.use(router)
  app.mount('#kontor')
}

void start()
