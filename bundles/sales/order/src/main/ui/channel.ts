import { useI18n } from 'vue-i18n'

/** The name of a sales channel as people write it; a channel without one is shown by its own word. */
export function useChannel(): (word: string) => string {
  const { t, te } = useI18n()
  return (word) => (te(`order.channel.${word}`) ? t(`order.channel.${word}`) : word)
}
