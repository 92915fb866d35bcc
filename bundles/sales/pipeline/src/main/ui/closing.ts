import { toast } from '@kontor/kit'
import { useI18n } from 'vue-i18n'
import { aboutDeal, deals, type Deal, type DealDetail } from './api'

/** Winning and opening again, each with its way back. */
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

  async function reopen(deal: Deal): Promise<void> {
    await run(() => deals.reopen(deal))
  }

  function lost(detail: DealDetail): void {
    changed(detail)
    offerUndo(t('pipeline.lost.toast', { title: detail.deal.title }), detail.deal)
  }

  return { win, reopen, lost }
}
