// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { api } from './http'
import { ProblemError } from './problem'

const away = (seconds: string | null = '2') =>
  new Response(JSON.stringify({ title: 'Away', status: 503, code: 'module.away' }), {
    status: 503,
    headers: seconds === null ? {} : { 'Retry-After': seconds },
  })
const here = () => new Response(JSON.stringify({ name: 'Tea' }), { status: 200 })

describe('a call to a module that is being replaced', () => {
  let sent: { method: string; key: string | null }[]
  let answers: (() => Response)[]

  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    sent = []
    vi.stubGlobal('fetch', (_path: string, init: RequestInit) => {
      sent.push({ method: init.method ?? 'GET', key: (init.headers as Headers).get('Idempotency-Key') })
      return Promise.resolve((answers.shift() ?? away)())
    })
  })

  afterEach(() => {
    vi.useRealTimers()
    vi.unstubAllGlobals()
  })

  it('is asked again quietly until the module is back', async () => {
    answers = [away, away, here]
    const answer = api.get('/catalog/products/1')
    await vi.advanceTimersByTimeAsync(4000)
    await expect(answer).resolves.toEqual({ name: 'Tea' })
    expect(sent).toHaveLength(3)
  })

  it('gives up after fifteen seconds and says why', async () => {
    answers = []
    const answer = api.get('/catalog/products/1').catch((error: unknown) => error)
    await vi.advanceTimersByTimeAsync(16_000)
    const problem = await answer
    expect(problem).toBeInstanceOf(ProblemError)
    expect((problem as ProblemError).code).toBe('module.away')
    expect(sent).toHaveLength(9)
  })

  it('is sent again with the same key where it makes something', async () => {
    answers = [away, here]
    const answer = api.post('/pipeline/deals', {})
    await vi.advanceTimersByTimeAsync(2000)
    await answer
    expect(sent).toHaveLength(2)
    expect(sent[0]?.key).toBeTruthy()
    expect(sent[1]?.key).toBe(sent[0]?.key)
  })

  it.each([
    ['a change', () => api.patch('/pipeline/deals/1', {})],
    ['a deletion', () => api.delete('/pipeline/deals/1')],
  ])('is not sent again where it is %s without a key', async (_what, call) => {
    answers = [away, here]
    await expect(call()).rejects.toMatchObject({ code: 'module.away' })
    expect(sent).toHaveLength(1)
  })

  it('is not asked again where nobody says when', async () => {
    answers = [() => away(null), here]
    await expect(api.get('/catalog/products/1')).rejects.toMatchObject({ status: 503 })
  })

  it('stops waiting when the page asks for something else', async () => {
    answers = [away]
    const asked = new AbortController()
    const answer = api.get('/catalog/products', { signal: asked.signal })
    await vi.advanceTimersByTimeAsync(500)
    asked.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
    expect(sent).toHaveLength(1)
  })
})
