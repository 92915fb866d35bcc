// @vitest-environment node
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { upload, type Sent } from './upload'

/** A request that the test answers, instead of the network. */
class Request {
  static last: Request
  readonly upload: { onprogress?: (event: { loaded: number; total: number }) => void } = {}
  readonly headers: Record<string, string> = {}
  onload: () => void = () => undefined
  onerror: () => void = () => undefined
  onabort: () => void = () => undefined
  status = 0
  responseText = ''
  sent: unknown
  to = ''

  constructor() {
    Request.last = this
  }

  open(method: string, address: string): void {
    this.to = `${method} ${address}`
  }

  setRequestHeader(name: string, value: string): void {
    this.headers[name] = value
  }

  send(body: unknown): void {
    this.sent = body
  }

  abort(): void {
    this.onabort()
  }

  answer(status: number, body: unknown): void {
    this.status = status
    this.responseText = JSON.stringify(body)
    this.onload()
  }
}

describe('an upload', () => {
  const file = new Blob(['module'])

  beforeEach(() => vi.stubGlobal('XMLHttpRequest', Request))
  afterEach(() => vi.unstubAllGlobals())

  it('sends the file as it is, tells how far it got and gives the answer', async () => {
    const steps: Sent[] = []
    const answer = upload<{ id: string }>('/modules/artefacts', file, { progress: (sent) => steps.push(sent) })
    const request = Request.last
    expect(request.to).toBe('POST /api/modules/artefacts')
    expect(request.headers['content-type']).toBe('application/octet-stream')
    expect(request.headers['idempotency-key']).toBeTruthy()
    expect(request.sent).toBe(file)
    request.upload.onprogress?.({ loaded: 3, total: 6 })
    request.answer(201, { id: 'a1' })
    await expect(answer).resolves.toEqual({ id: 'a1' })
    expect(steps).toEqual([{ sent: 3, total: 6 }])
  })

  it('fails with the words of the server', async () => {
    const answer = upload('/modules/artefacts', file)
    Request.last.answer(422, { status: 422, code: 'modules.archive-broken', title: 'No module' })
    await expect(answer).rejects.toMatchObject({ code: 'modules.archive-broken' })
  })

  it('says when the server was not reached', async () => {
    const answer = upload('/modules/artefacts', file)
    Request.last.onerror()
    await expect(answer).rejects.toMatchObject({ code: 'client.offline' })
  })

  it('ends when it is given up', async () => {
    const given = new AbortController()
    const answer = upload('/modules/artefacts', file, { signal: given.signal })
    given.abort()
    await expect(answer).rejects.toMatchObject({ name: 'AbortError' })
  })
})
