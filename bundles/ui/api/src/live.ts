import { onScopeDispose } from 'vue'

/** A hint that something changed; the page fetches again what it shows. */
export interface Hint {
  type: string
  id?: string
  version?: number
}

type Listener = (hint: Hint) => void

/** What tabs tell each other: the hint and the stream position it stands at. */
interface Shared {
  hint: Hint
  position: string
}

const CHANNEL = 'kontor-live'
const SLEEP_MILLISECONDS = 90_000
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
  private retry = 0
  private opened = false

  constructor(private readonly open: (url: string) => EventSource = (url) => new EventSource(url)) {}

  start(): void {
    this.stopped = new AbortController()
    if (this.channel) this.channel.onmessage = (event: MessageEvent<Shared>) => this.receive(event.data)
    const timer = setInterval(() => this.tick(), 15_000)
    const { signal } = this.stopped
    signal.addEventListener('abort', () => clearInterval(timer))
    window.addEventListener('online', () => this.wake(), { signal })
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
    this.source?.close()
    this.source = undefined
  }

  subscribe(listener: Listener): () => void {
    this.listeners.add(listener)
    return () => this.listeners.delete(listener)
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
    source.onopen = () => {
      this.retry = 0
      // Without a position nobody can tell what was missed while the stream was away.
      if (this.opened && !this.position) this.share({ hint: RESET, position: '' })
      this.opened = true
    }
    source.onmessage = (event: MessageEvent<string>) => this.publish(event)
    source.addEventListener('reset', (event: MessageEvent<string>) =>
      this.share({ hint: RESET, position: event.lastEventId }),
    )
    source.onerror = () => {
      if (source.readyState !== EventSource.CLOSED || source !== this.source) return
      const wait = Math.min(30_000, 1000 * 2 ** this.retry++)
      setTimeout(() => this.connect(), wait)
    }
  }

  private connectAnew(): void {
    if (!this.source) return
    this.source.close()
    this.connect()
  }

  private publish(event: MessageEvent<string>): void {
    const hint = parse(event.data)
    if (hint) this.share({ hint, position: event.lastEventId })
  }

  private share(shared: Shared): void {
    this.channel?.postMessage(shared)
    this.receive(shared)
  }

  private receive({ hint, position }: Shared): void {
    if (position) this.position = position
    this.listeners.forEach((listener) => listener(hint))
  }

  /** A laptop that slept may have missed hints that no position can tell: then every page fetches again. */
  private tick(): void {
    const now = Date.now()
    const slept = now - this.lastTick > SLEEP_MILLISECONDS
    this.lastTick = now
    if (slept) this.wake()
  }

  /** What was fetched meanwhile may have failed, and the connection may be dead without anybody having been told. */
  private wake(): void {
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
