import { toast } from '@kontor/kit'
import { useI18n } from 'vue-i18n'
import { aboutDeal, deals, type Deal, type DealDetail } from './api'

/** Winning, losing, opening again and moving on, each with its way back. */
export function useClosing(changed: (detail: DealDetail) => void) {
  const { t } = useI18n()

  async function run(action: () => Promise<DealDetail>): Promise<DealDetail | undefined> {
    try {
      const detail = await action()
      changed(detail)
      return detail
    } catch (error) {
      toast.problem(error)
      return undefined
    }
  }

  function offerUndo(text: string, closed: Deal): void {
    toast.undo(text, t('kit.undo'), () => void run(() => deals.reopen(closed)), aboutDeal(closed))
  }

  async function win(deal: Deal): Promise<void> {
    const detail = await run(() => deals.win(deal))
    if (detail) offerUndo(t('pipeline.won.toast', { title: deal.title }), detail.deal)
  }

  async function reopen(closed: Deal): Promise<void> {
    const detail = await run(() => deals.reopen(closed))
    if (!detail) return
    const { deal: open } = detail
    const close = () => (closed.outcome === 'WON' ? deals.win(open) : deals.lose(open, closed.lossReason ?? ''))
    const text = t('pipeline.reopened.toast', { title: open.title })
    toast.undo(text, t('kit.undo'), () => void run(close), aboutDeal(open))
  }

  /** Moved to another stage from its own page; the way back leads to the former one. */
  async function move(deal: Deal, stage: string, name: string): Promise<void> {
    const detail = await run(() => deals.move(deal, stage, {}))
    if (!detail) return
    const text = t('pipeline.moved.toast', { title: deal.title, stage: name })
    const back = () => deals.move(detail.deal, deal.stage, {})
    toast.undo(text, t('kit.undo'), () => void run(back), aboutDeal(deal))
  }

  function lost(detail: DealDetail): void {
    changed(detail)
    offerUndo(t('pipeline.lost.toast', { title: detail.deal.title }), detail.deal)
  }

  return { win, reopen, lost, move }
}
