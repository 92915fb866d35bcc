import { toProblem, useLive, type Money, type ProblemError } from '@kontor/api'
import { toast, type BoardMove } from '@kontor/kit'
import { computed, ref, shallowRef, watch, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { aboutDeal, deals, pipelines, type Board, type Column, type Deal, type Pipeline } from './api'

const PAGE = 50
const MOST_RELOADED = 200

function plus(totals: Money[], value: Money, sign: 1 | -1): Money[] {
  const found = totals.some((total) => total.currency === value.currency)
  if (!found) return [...totals, { ...value, minor: sign * value.minor }]
  return totals
    .map((total) => (total.currency === value.currency ? { ...total, minor: total.minor + sign * value.minor } : total))
    .filter((total) => total.minor !== 0)
}

/** Takes the deal out of its column, so that the board answers before the server has. */
export function without(columns: Column[], deal: Deal): Column[] {
  return columns.map((column) => {
    if (!column.deals.items.some((other) => other.id === deal.id)) return column
    const items = column.deals.items.filter((other) => other.id !== deal.id)
    return {
      ...column,
      count: column.count - 1,
      totals: plus(column.totals, deal.value, -1),
      deals: { ...column.deals, items },
    }
  })
}

/** Puts the deal into a column, in front of the given one or at the end. */
export function withDeal(columns: Column[], deal: Deal, stage: string, before: string | null): Column[] {
  return columns.map((column) => {
    if (column.stage.id !== stage) return column
    const items = [...column.deals.items]
    const at = items.findIndex((other) => other.id === before)
    items.splice(at < 0 ? items.length : at, 0, { ...deal, stage })
    return {
      ...column,
      count: column.count + 1,
      totals: plus(column.totals, deal.value, 1),
      deals: { ...column.deals, items },
    }
  })
}

/** The totals of all columns, per currency and never converted. */
export function sums(columns: Column[]): Money[] {
  return columns.flatMap((column) => column.totals).reduce<Money[]>((all, total) => plus(all, total, 1), [])
}

export interface Spot {
  stage: string
  /** The deal that comes next below, and the one above. */
  before: string | null
  after: string | null
}

/** Where the deal stands now, told so that it can be put back. */
export function spotOf(columns: Column[], id: string): Spot | undefined {
  for (const { stage, deals } of columns) {
    const at = deals.items.findIndex((deal) => deal.id === id)
    if (at < 0) continue
    return { stage: stage.id, before: deals.items[at + 1]?.id ?? null, after: deals.items[at - 1]?.id ?? null }
  }
  return undefined
}

/** The pipeline to show where nobody has chosen one: the first with an open deal, else the first of all. */
export async function opening(all: Pipeline[], board = pipelines.board): Promise<string> {
  if (all.length > 1) {
    for (const { id } of all) {
      const { columns } = await board(id, '', new AbortController().signal)
      if (columns.some((column) => column.count > 0)) return id
    }
  }
  return all[0]?.id ?? ''
}

/** The state of one board: what is shown, what others change, and moves that show at once. */
export function useBoard(pipeline: Ref<string>, owner: Ref<string>) {
  const { t } = useI18n()
  const board = shallowRef<Board>()
  const error = shallowRef<ProblemError>()
  const loading = ref(true)
  const columns = computed(() => board.value?.columns ?? [])
  const busy = new Set<string>()
  let current = new AbortController()

  /** A column of which more was loaded keeps its length, so that nobody loses her place. */
  async function filled(column: Column): Promise<Column> {
    const shown = columns.value.find((old) => old.stage.id === column.stage.id)?.deals.items.length ?? 0
    if (shown <= PAGE || column.deals.next === null) return column
    const query = {
      owner: owner.value,
      cursor: null,
      limit: Math.min(shown, MOST_RELOADED),
    }
    return {
      ...column,
      deals: await pipelines.column(pipeline.value, column.stage.id, query),
    }
  }

  async function reload(): Promise<void> {
    if (!pipeline.value) return
    current.abort()
    const mine = (current = new AbortController())
    try {
      const found = await pipelines.board(pipeline.value, owner.value, mine.signal)
      const whole = await Promise.all(found.columns.map(filled))
      if (mine !== current) return
      board.value = { ...found, columns: whole }
      error.value = undefined
    } catch (failure) {
      if (mine !== current || mine.signal.aborted) return
      error.value = toProblem(failure)
    }
    loading.value = false
  }

  async function more(stage: string): Promise<void> {
    const column = columns.value.find((candidate) => candidate.stage.id === stage)
    if (!column || column.deals.next === null || busy.has(stage)) return
    busy.add(stage)
    const mine = current
    try {
      const query = {
        owner: owner.value,
        cursor: column.deals.next,
        limit: PAGE,
      }
      const page = await pipelines.column(pipeline.value, stage, query)
      if (mine === current) append(stage, page.items, page.next)
    } catch (failure) {
      toast.problem(failure)
    } finally {
      busy.delete(stage)
    }
  }

  function append(stage: string, items: Deal[], next: string | null): void {
    change((all) =>
      all.map((column) => {
        if (column.stage.id !== stage) return column
        const known = new Set(column.deals.items.map((deal) => deal.id))
        const added = items.filter((deal) => !known.has(deal.id))
        return {
          ...column,
          deals: { items: [...column.deals.items, ...added], next },
        }
      }),
    )
  }

  function change(edit: (columns: Column[]) => Column[]): void {
    if (board.value) board.value = { ...board.value, columns: edit(board.value.columns) }
  }

  function find(id: string): Deal | undefined {
    return columns.value.flatMap((column) => column.deals.items).find((deal) => deal.id === id)
  }

  async function move({ card, to, before, after }: BoardMove): Promise<void> {
    const from = spotOf(columns.value, card)
    const deal = await put(card, { stage: to, before, after })
    if (!deal || !from) return
    const stage = columns.value.find((column) => column.stage.id === to)?.stage.name ?? ''
    const text = t('pipeline.moved.toast', { title: deal.title, stage })
    toast.undo(text, t('kit.undo'), () => void back(card, from), aboutDeal(deal))
  }

  async function back(card: string, from: Spot): Promise<void> {
    if (await put(card, from)) toast.say(t('kit.board.cancelled'))
  }

  /** Shows the move at once; where somebody was faster, says so and shows what is true. */
  async function put(card: string, { stage: to, before, after }: Spot): Promise<Deal | undefined> {
    const deal = find(card)
    if (!deal) return undefined
    change((all) => withDeal(without(all, deal), deal, to, before))
    try {
      const { deal: moved } = await deals.move(deal, to, {
        ...(before ? { before } : {}),
        ...(after ? { after } : {}),
      })
      change((all) =>
        all.map((column) => ({
          ...column,
          deals: {
            ...column.deals,
            items: column.deals.items.map((old) => (old.id === card ? moved : old)),
          },
        })),
      )
      return moved
    } catch (failure) {
      const problem = toProblem(failure)
      if (problem.status === 412 || problem.status === 409) toast.say(t('pipeline.board.faster', { title: deal.title }))
      else toast.problem(problem)
      await reload()
      return undefined
    }
  }

  watch(
    [pipeline, owner],
    () => {
      loading.value = true
      board.value = undefined
      void reload()
    },
    { immediate: true },
  )
  useLive(['deal'], () => void reload())

  return { board, columns, error, loading, reload, more, move, find }
}
