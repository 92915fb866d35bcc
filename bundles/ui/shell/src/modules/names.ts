import { useI18n } from 'vue-i18n'

/** What a module is called: by its own words, by ours, else by its technical name with a capital. */
export function useModuleName(): (id: string) => string {
  const { t, te } = useI18n()
  const known = (key: string) => te(key) || te(key, 'en')
  return (id) => {
    const key = [`${id}.module`, `shell.module.${id}`].find(known)
    return key ? t(key) : id.charAt(0).toUpperCase() + id.slice(1)
  }
}
