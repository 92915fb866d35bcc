import { onScopeDispose, ref, type Ref } from 'vue'

/** A hint that something changed; the page fetches again what it shows. */
export interface Hint {
  type: string
  id?: string
  version?: number
}

type Listener = (hint: Hint) => void

/** What tabs tell each other: a hint with the stream position it stands at, whether the stream is open, or a question. */
type Shared = { hint: Hint; position: string } | { connected: boolean } | 'connected?'

const CHANNEL = 'kontor-live'
const TICK_MILLISECONDS = 15_000
const SLEEP_MILLISECONDS = 90_000
/** The server says every 15 s that it lives; after three times without a word the connection is dead. */
const SILENCE_MILLISECONDS = 50_000
/** The hint for "something may have been missed": every page fetches again. */
export const RESET: Hint = { type: '*' }

function parse(data: string): Hint | undefined {
  try {
    const value: unknown = JSON.parse(data)
    if (typeof value === 'object' && value !== null && 'type' in value) return value as Hint
  } catch {
    console.warn('An event that is no JSON was skipped', data)
  }
  return undefined
}

/**
 * The one event stream of all tabs. One tab holds the lock and the EventSource, the others listen to it; when that tab
 * goes, another takes over from the last position, so nothing is lost between them.
 */
export class LiveStream {
  private readonly listeners = new Set<Listener>()
  private readonly channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(CHANNEL)
  private source: EventSource | undefined
  private position = ''
  private stopped = new AbortController()
  private lastTick = Date.now()
  private lastWord = Date.now()
  private retry = 0
  private opened = false
  /** Whether the stream is open, in whichever tab; while it is not, nothing is heard. */
  readonly connected: Ref<boolean> = ref(false)

  constructor(private readonly open: (url: string) => EventSource = (url) => new EventSource(url)) {}

  start(): void {
    this.stopped = new AbortController()
    if (this.channel) {
      this.channel.onmessage = (event: MessageEvent<Shared>) => this.receive(event.data)
      this.channel.postMessage('connected?')
    }
    const timer = setInterval(() => this.tick(), TICK_MILLISECONDS)
    const { signal } = this.stopped
    signal.addEventListener('abort', () => clearInterval(timer))
    window.addEventListener('online', () => this.wake(), { signal })
    document.addEventListener('resume', () => this.tick(), { signal })
    document.addEventListener('visibilitychange', () => document.visibilityState === 'visible' && this.tick(), {
      signal,
    })
    if (!navigator.locks) {
      this.connect()
      return
    }
    void navigator.locks
      .request(CHANNEL, { signal: this.stopped.signal }, () => this.lead())
      .catch((error: unknown) => {
        if (!this.stopped.signal.aborted) console.error('The event stream could not be opened', error)
      })
  }

  stop(): void {
    this.stopped.abort()
    if (this.source) this.share({ connected: false })
    this.source?.close()
    this.source = undefined
    this.connected.value = false
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
  }

  /** Has every page of this tab fetch again what it shows: a module that was away is back. */
  refresh(): void {
    this.listeners.forEach((listener) => listener(RESET))
  }

  /** Holds the lock, and so the stream, until this tab stops or closes. */
  private lead(): Promise<void> {
    this.connect()
    return new Promise((release) => this.stopped.signal.addEventListener('abort', () => release()))
  }

  private connect(): void {
    if (this.stopped.signal.aborted) return
    const from = this.position ? `?lastEventId=${encodeURIComponent(this.position)}` : ''
    const source = (this.source = this.open(`/api/events${from}`))
    this.lastWord = Date.now()
    source.onopen = () => {
      this.retry = 0
      this.lastWord = Date.now()
      this.share({ connected: true })
      // Without a position nobody can tell what was missed while the stream was away.
      if (this.opened && !this.position) this.share({ hint: RESET, position: '' })
      this.opened = true
    }
    source.onmessage = (event: MessageEvent<string>) => this.publish(event)
    source.addEventListener('alive', () => (this.lastWord = Date.now()))
    source.addEventListener('reset', (event: MessageEvent<string>) =>
      this.share({ hint: RESET, position: event.lastEventId }),
    )
    source.onerror = () => {
      if (source !== this.source) return
      this.share({ connected: false })
      if (source.readyState !== source.CLOSED) return
      const wait = Math.min(30_000, 1000 * 2 ** this.retry++)
      setTimeout(() => source === this.source && this.connect(), wait)
    }
  }

  private connectAnew(): void {
    if (!this.source) return
    this.source.close()
    this.connect()
  }

  private publish(event: MessageEvent<string>): void {
    this.lastWord = Date.now()
    const hint = parse(event.data)
    if (hint) this.share({ hint, position: event.lastEventId })
  }

  private share(shared: Shared): void {
    this.channel?.postMessage(shared)
    this.receive(shared)
  }

  private receive(shared: Shared): void {
    if (shared === 'connected?') {
      if (this.source) this.channel?.postMessage({ connected: this.connected.value })
    } else if ('connected' in shared) {
      this.connected.value = shared.connected
    } else {
      if (shared.position) this.position = shared.position
      this.listeners.forEach((listener) => listener(shared.hint))
    }
  }

  /** A laptop that slept may have missed hints that no position can tell: then every page fetches again. */
  private tick(): void {
    const now = Date.now()
    const slept = now - this.lastTick > SLEEP_MILLISECONDS
    this.lastTick = now
    if (slept) this.wake()
    else if (now - this.lastWord > SILENCE_MILLISECONDS) this.connectAnew()
  }

  /** What was fetched meanwhile may have failed, and the connection may be dead without anybody having been told. */
  private wake(): void {
    this.lastTick = Date.now()
    this.receive({ hint: RESET, position: this.position })
    this.connectAnew()
  }
}

export const live = new LiveStream()

function matches(hint: Hint, types: readonly string[]): boolean {
  return hint.type === RESET.type || types.some((type) => hint.type === type || hint.type.startsWith(`${type}.`))
}

/**
 * Calls back with the hints of the given types (`pipeline.deal`, or `pipeline` for all of a module) for as long as the
 * component lives. Hints of one burst come together, so that an import does not mean a fetch per row.
 */
export function useLive(types: readonly string[], handle: (hints: Hint[]) => void, quietMilliseconds = 150): void {
  let burst: Hint[] = []
  let timer: ReturnType<typeof setTimeout> | undefined
  const unsubscribe = live.subscribe((hint) => {
    if (!matches(hint, types)) return
    burst.push(hint)
    timer ??= setTimeout(() => {
      const ready = burst
      burst = []
      timer = undefined
      handle(ready)
    }, quietMilliseconds)
  })
  onScopeDispose(() => {
    unsubscribe()
    clearTimeout(timer)
  })
}

/** Whether the burst concerns the record: its id is among the hints, or something may have been missed. */
export function concerns(hints: Hint[], id: string): boolean {
  return hints.some((hint) => hint.type === RESET.type || hint.id === undefined || hint.id === id)
}
