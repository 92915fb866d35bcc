import { headersFor } from './http'
import { ProblemError, problemOf } from './problem'

/** How much of a file has left, in bytes. */
export interface Sent {
  sent: number
  total: number
}

interface Options {
  idempotencyKey?: string
  signal?: AbortSignal
  progress?: (sent: Sent) => void
}

/**
 * Sends one file as it is and says how far it got, which `fetch` cannot. The answer is JSON; every failure is a
 * {@link ProblemError}, given up by the signal an AbortError. Paths start below `/api`.
 */
export function upload<T>(path: string, file: Blob, options: Options = {}): Promise<T> {
  return new Promise((taken, refused) => {
    const request = new XMLHttpRequest()
    request.open('POST', `/api${path}`)
    headersFor('POST', 'application/octet-stream', options).forEach((value, name) => {
      request.setRequestHeader(name, value)
    })
    request.upload.onprogress = ({ loaded, total }) => options.progress?.({ sent: loaded, total })
    request.onerror = () => refused(new ProblemError({ title: 'No connection', status: 0, code: 'client.offline' }))
    request.onabort = () => refused(new DOMException('The upload was given up', 'AbortError'))
    request.onload = () => {
      if (request.status < 300) taken(JSON.parse(request.responseText) as T)
      else problemOf(new Response(request.responseText, { status: request.status })).then(refused, refused)
    }
    options.signal?.addEventListener('abort', () => request.abort())
    if (options.signal?.aborted) request.abort()
    else request.send(file)
  })
}
