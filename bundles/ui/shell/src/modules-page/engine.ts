import { live, toProblem, useLive, usePages, useRecord, type ProblemError } from '@kontor/api'
import { computed, onScopeDispose, shallowRef, watch, type ShallowRef } from 'vue'
import { engine, type InstalledModule, type Operation } from './api'

const POLL_MILLISECONDS = 2000

/** Everything the page shows, kept up to date by the event stream. */
export function useEngine() {
  const modules = useRecord((signal) => engine.modules(signal))
  const artefacts = useRecord((signal) => engine.artefacts(signal))
  const log = usePages<Operation>(engine.operations, 30)
  const running = useRunning(log.items, () => void reload())

  const installed = computed<InstalledModule[]>(() => modules.record.value?.items ?? [])
  /** What lies here and is not what runs. */
  const available = computed(() =>
    (artefacts.record.value?.items ?? []).filter(
      (artefact) => !installed.value.some((module) => module.artefact === artefact.id),
    ),
  )

  async function reload(): Promise<void> {
    await Promise.all([modules.reload(), artefacts.reload(), log.reload()])
  }

  void reload()
  useLive(['module'], () => void Promise.all([modules.reload(), artefacts.reload()]))
  useLive(['operation'], () => void log.reload())

  return {
    installed,
    available,
    log,
    running,
    reload,
    loading: computed(() => modules.loading.value || artefacts.loading.value),
    error: computed<ProblemError | undefined>(() =>
      modules.record.value ? undefined : (modules.error.value ?? artefacts.error.value),
    ),
  }
}

export type Engine = ReturnType<typeof useEngine>

/** The operation that is going on, whoever began it; after its end it stays in view until it is put away. */
function useRunning(log: ShallowRef<Operation[]>, ended: () => void) {
  const latest = shallowRef<Operation>()
  const busy = computed(() => latest.value?.state === 'running')

  function take(operation: Operation): void {
    const over = busy.value && operation.state !== 'running'
    latest.value = operation
    if (over) ended()
  }

  watch(log, (operations) => {
    const listed = operations.find(({ id, state }) => (busy.value ? id === latest.value?.id : state === 'running'))
    // A list may be older than the step that the page knows of.
    if (listed && (!busy.value || listed.state !== 'running')) take(listed)
  })

  async function look(): Promise<void> {
    const id = latest.value?.id
    if (!id || !busy.value) return
    try {
      const found = await engine.operation(id)
      if (id === latest.value?.id) take(found)
    } catch (error) {
      console.debug('The operation was not reached', toProblem(error).code)
    }
  }

  useLive(['operation'], () => void look(), 40)
  const timer = setInterval(() => {
    if (!live.connected.value) void look()
  }, POLL_MILLISECONDS)
  onScopeDispose(() => clearInterval(timer))

  return {
    shown: latest,
    busy,
    take,
    dismiss: () => (latest.value = undefined),
  }
}
