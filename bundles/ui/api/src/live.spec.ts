import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { LiveStream, RESET, type Hint } from './live'

/** A stream that the test speaks on, instead of the server. */
class Source {
  onopen: () => void = () => undefined
  onmessage: (event: MessageEvent<string>) => void = () => undefined
  onerror: () => void = () => undefined
  readyState = 1
  closed = false
  private readonly listeners = new Map<string, (event: MessageEvent<string>) => void>()

  constructor(readonly url: string) {}

  addEventListener(name: string, listener: (event: MessageEvent<string>) => void): void {
    this.listeners.set(name, listener)
  }

  close(): void {
    this.closed = true
  }

  say(hint: Hint, position: string): void {
    this.onmessage(new MessageEvent('message', { data: JSON.stringify(hint), lastEventId: position }))
  }

  alive(): void {
    this.listeners.get('alive')?.(new MessageEvent('alive', { data: '{}' }))
  }

  breaks(): void {
    this.readyState = 0
    this.onerror()
  }

  reset(position: string): void {
    this.listeners.get('reset')?.(new MessageEvent('reset', { data: '{}', lastEventId: position }))
  }
}

describe('the live stream', () => {
  let sources: Source[]
  let heard: Hint[]
  let stream: LiveStream
  const latest = () => sources[sources.length - 1] as Source

  beforeEach(() => {
    vi.useFakeTimers()
    vi.stubGlobal('BroadcastChannel', undefined)
    sources = []
    heard = []
    stream = new LiveStream((url) => {
      sources.push(new Source(url))
      return latest() as unknown as EventSource
    })
    stream.subscribe((hint) => heard.push(hint))
    stream.start()
    latest().onopen()
  })

  afterEach(() => {
    stream.stop()
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('goes on at the last position when the network is back', () => {
    latest().say({ type: 'deal', id: '1' }, '41')
    const dead = latest()
    window.dispatchEvent(new Event('online'))
    expect(dead.closed).toBe(true)
    expect(latest().url).toBe('/api/events?lastEventId=41')
    latest().onopen()
    expect(heard).toEqual([{ type: 'deal', id: '1' }, RESET])
  })

  it('has everything fetched again when it comes back without a position', () => {
    latest().onopen()
    expect(heard).toEqual([RESET])
  })

  it('takes the position of a reset along', () => {
    latest().reset('900')
    window.dispatchEvent(new Event('online'))
    expect(latest().url).toBe('/api/events?lastEventId=900')
  })

  it('wakes with a new connection and has everything fetched again', () => {
    vi.setSystemTime(Date.now() + 5 * 60_000)
    vi.advanceTimersByTime(15_000)
    expect(heard).toEqual([RESET])
    expect(sources).toHaveLength(2)
  })

  it('keeps a connection that says it lives, and gives up one that has gone silent', () => {
    for (let quarter = 0; quarter < 8; quarter++) {
      vi.advanceTimersByTime(15_000)
      latest().alive()
    }
    expect(sources).toHaveLength(1)
    const dead = latest()
    vi.advanceTimersByTime(60_000)
    expect(dead.closed).toBe(true)
    expect(sources).toHaveLength(2)
    expect(heard).toEqual([])
  })

  it('says whether it is connected', () => {
    expect(stream.connected.value).toBe(true)
    latest().breaks()
    expect(stream.connected.value).toBe(false)
    latest().onopen()
    expect(stream.connected.value).toBe(true)
    stream.stop()
    expect(stream.connected.value).toBe(false)
  })
})
